using Eliza.Generator.Language.Checks;
using Eliza.Generator.Language.Fixes;
using Eliza.Generator.Language.Lines;
using Eliza.Generator.Language.Lists;

namespace Eliza.Generator.Language;

/// <summary>Reads and checks a script of either language.</summary>
public static class ScriptFrontEnd
{
    /// <summary>
    /// Reads a script and finds what is wrong with it. The syntax tree has everything that could be understood. It has a
    /// meaning only if no finding is an error.
    /// </summary>
    /// <param name="text">The text, decoded from UTF-8. U+FFFD or NUL in it shows that it was not UTF-8.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static (ScriptSyntax Syntax, EquatableArray<ScriptDiagnostic> Diagnostics) Read(
        string text, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
        var script = new ScriptText(text.StartsWith("\uFEFF", StringComparison.Ordinal) ? ' ' + text.Substring(1) : text);
        if (FileFormats.IsForeign(script, findings) || !IsReadable(script, findings)) return (new(ScriptLanguage.Line), findings.InOrder(script));

        var (language, firstLine) = LanguageChoice.Of(script, findings);
        if (firstLine == script.LineCount) return (new(language), findings.InOrder(script));
        var syntax = language == ScriptLanguage.List
            ? ListReader.Read(script, findings, cancellationToken)
            : LineReader.Read(script, firstLine, findings, cancellationToken);
        ScriptChecks.Run(syntax, script, findings, cancellationToken);
        return (syntax, ScriptFixes.AddTo(findings.InOrder(script), syntax, script));
    }

    private static bool IsReadable(ScriptText script, Findings findings)
    {
        var unreadable = script.Text.IndexOfAny(['\uFFFD', '\0']);
        if (unreadable < 0) return true;

        // One finding is enough. NUL shows that the file is UTF-16 or binary, so the rest would be useless.
        findings.Add(ScriptRules.UnreadableEncoding, script.Place(unreadable, 1));
        return script.Text.IndexOf('\0') < 0;
    }
}
