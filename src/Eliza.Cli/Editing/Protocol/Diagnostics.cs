namespace Eliza.Cli.Editing.Protocol;

/// <summary>What is wrong with a document.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A finding.</summary>
internal sealed record Diagnostic(TextRange Range, Severity Severity, string Code, string Message)
{
    /// <summary>Where the rule is explained.</summary>
    public CodeDescription? CodeDescription { get; init; }

    /// <summary>Who says it.</summary>
    public string Source { get; init; } = "eliza";

    /// <summary>What editors show otherwise than the rest.</summary>
    public IReadOnlyList<DiagnosticTag>? Tags { get; init; }
}

/// <summary>Where a rule is explained.</summary>
internal sealed record CodeDescription(string Href);

/// <summary>How grave a finding is.</summary>
internal enum Severity
{
    Error = 1,
    Warning = 2,
    Information = 3,
}

/// <summary>How editors show a finding.</summary>
internal enum DiagnosticTag
{
    Unnecessary = 1,
}
