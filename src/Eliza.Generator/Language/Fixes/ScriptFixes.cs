namespace Eliza.Generator.Language.Fixes;

/// <summary>Adds fixes to findings, from which an author can choose: to add what is missing, or to remove what is never used.</summary>
internal static class ScriptFixes
{
    /// <summary>The findings with their fixes.</summary>
    public static EquatableArray<ScriptDiagnostic> AddTo(EquatableArray<ScriptDiagnostic> findings, ScriptSyntax syntax, ScriptText script)
    {
        if (findings.Count == 0) return findings;
        Func<ScriptDiagnostic, IEnumerable<Fix>> fixes = syntax.Language == ScriptLanguage.List ? new ListFixes(syntax, script).Of : new LineFixes(syntax, script).Of;
        return findings.Select(finding => finding with { Fixes = fixes(finding).ToEquatableArray() }).ToEquatableArray();
    }
}
