using System.Collections.Concurrent;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;

namespace Eliza.Cli.Editing;

/// <summary>Findings in the form of the protocol.</summary>
internal static class Publishing
{
    /// <summary>Rules about something that is never used. Editors show it pale.</summary>
    private static readonly HashSet<ScriptRule> Unnecessary =
    [
        ScriptRules.UnreachableDecomposition, ScriptRules.ImpossibleWord, ScriptRules.UnreachableKeyword, ScriptRules.UnusedClass,
        ScriptRules.IdleRewrite, ScriptRules.RepeatedRewrite, ScriptRules.IdlePost,
    ];

    private static readonly ConcurrentDictionary<string, CodeDescription?> Pages = new();

    /// <summary>The findings of a script, in the order of the file.</summary>
    public static IReadOnlyList<Diagnostic> Diagnostics(ScriptView view) => [.. view.Findings.Select(finding => Of(view, finding))];

    /// <summary>One finding in the form of the protocol.</summary>
    public static Diagnostic Of(ScriptView view, ScriptDiagnostic finding) =>
        new(view.Range(finding.Place), SeverityOf(finding.Rule), finding.Rule.Id, ScriptView.Message(finding))
        {
            CodeDescription = Pages.GetOrAdd(finding.Rule.Id, id => PageLinks.Of(id) is { } page ? new(page) : null),
            Tags = Unnecessary.Contains(finding.Rule) ? [DiagnosticTag.Unnecessary] : null,
        };

    private static Severity SeverityOf(ScriptRule rule) => rule.Severity switch
    {
        ScriptSeverity.Error => Severity.Error,
        ScriptSeverity.Warning => Severity.Warning,
        _ => Severity.Information,
    };
}
