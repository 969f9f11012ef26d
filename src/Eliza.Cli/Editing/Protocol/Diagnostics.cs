namespace Eliza.Cli.Editing.Protocol;

/// <summary>The findings of a document.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A finding.</summary>
internal sealed record Diagnostic(TextRange Range, Severity Severity, string Code, string Message)
{
    /// <summary>The page that explains the rule.</summary>
    public CodeDescription? CodeDescription { get; init; }

    /// <summary>The program that reports it.</summary>
    public string Source { get; init; } = "eliza";

    /// <summary>How editors show it, if not like the other findings.</summary>
    public IReadOnlyList<DiagnosticTag>? Tags { get; init; }
}

/// <summary>The page that explains a rule.</summary>
internal sealed record CodeDescription(string Href);

internal enum Severity
{
    Error = 1,
    Warning = 2,
    Information = 3,
}

internal enum DiagnosticTag
{
    Unnecessary = 1,
}
