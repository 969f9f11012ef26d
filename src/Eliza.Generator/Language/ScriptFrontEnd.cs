using Eliza.Generator.Language.Checks;
using Eliza.Generator.Language.Lines;
using Eliza.Generator.Language.Lists;

namespace Eliza.Generator.Language;

/// <summary>Reads and checks a script of either language.</summary>
public static class ScriptFrontEnd
{
    /// <summary>
    /// Makes of a script's text what it says and what is wrong with it. There is always a syntax, holding whatever
    /// could be understood; it has a meaning only if no error is among the findings.
    /// </summary>
    /// <param name="text">The text, decoded from UTF-8; U+FFFD or NUL in it tells that it was something else.</param>
    /// <param name="cancellationToken">Checked per rule.</param>
    public static (ScriptSyntax Syntax, EquatableArray<ScriptDiagnostic> Diagnostics) Read(
        string text, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
        var script = new ScriptText(text.StartsWith("\uFEFF", StringComparison.Ordinal) ? ' ' + text.Substring(1) : text);
        var isReadable = IsReadable(script, findings);
        var language = LanguageOf(script.Text);
        if (!isReadable) return (new(language), findings.InOrder());

        var syntax = language == ScriptLanguage.List
            ? ListReader.Read(script, findings, cancellationToken)
            : LineReader.Read(script, findings, cancellationToken);
        ScriptChecks.Run(syntax, findings, cancellationToken);
        return (syntax, findings.InOrder());
    }

    private static bool IsReadable(ScriptText script, Findings findings)
    {
        var unreadable = script.Text.IndexOfAny(['\uFFFD', '\0']);
        if (unreadable < 0) return true;

        // One finding tells it all. NUL is how UTF-16 or a binary file looks: the rest would be noise.
        findings.Add(ScriptRules.UnreadableEncoding, script.Place(unreadable, 1));
        return script.Text.IndexOf('\0') < 0;
    }

    /// <summary>A file whose first significant character is <c>(</c> or <c>;</c> is in the list language.</summary>
    private static ScriptLanguage LanguageOf(string text)
    {
        foreach (var character in text)
        {
            if (character is '(' or ';') return ScriptLanguage.List;
            if (!char.IsWhiteSpace(character)) break;
        }

        return ScriptLanguage.Line;
    }
}
