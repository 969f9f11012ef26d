using System.Collections.Concurrent;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;

namespace Eliza.Cli.Editing;

/// <summary>Findings as the protocol has them.</summary>
internal static class Publishing
{
    /// <summary>What is never used: editors show it pale.</summary>
    private static readonly HashSet<ScriptRule> Unnecessary =
    [
        ScriptRules.UnreachableDecomposition, ScriptRules.ImpossibleWord, ScriptRules.UnreachableKeyword, ScriptRules.UnusedClass,
        ScriptRules.IdleRewrite, ScriptRules.RepeatedRewrite, ScriptRules.IdlePost,
    ];

    private static readonly ConcurrentDictionary<string, CodeDescription?> Pages = new();

    /// <summary>What is wrong with a script, in the order of the file.</summary>
    public static IReadOnlyList<Diagnostic> Diagnostics(ScriptView view) => [.. view.Findings.Select(finding => Of(view, finding))];

    /// <summary>A finding.</summary>
    public static Diagnostic Of(ScriptView view, ScriptDiagnostic finding) =>
        new(view.Range(finding.Place), SeverityOf(finding.Rule), finding.Rule.Id, ScriptView.Message(finding))
        {
            CodeDescription = Pages.GetOrAdd(finding.Rule.Id, id => FindingPages.Of(id) is { } page ? new(page) : null),
            Tags = Unnecessary.Contains(finding.Rule) ? [DiagnosticTag.Unnecessary] : null,
        };

    private static Severity SeverityOf(ScriptRule rule) => rule.Severity switch
    {
        ScriptSeverity.Error => Severity.Error,
        ScriptSeverity.Warning => Severity.Warning,
        _ => Severity.Information,
    };
}
