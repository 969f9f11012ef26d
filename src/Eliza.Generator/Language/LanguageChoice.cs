using Eliza.Generator.Language.Lines;

namespace Eliza.Generator.Language;

/// <summary>Chooses the language of a file. It is the list language if the first significant character is <c>(</c> or <c>;</c>.</summary>
internal static class LanguageChoice
{
    /// <summary>With this many lines with tags, a file is a line script, whatever its first character.</summary>
    private const int EnoughTags = 2;

    /// <summary>
    /// The language, and the first line to read. If the beginning of the file does not fit the rest, this is reported and the
    /// rest decides.
    /// </summary>
    public static (ScriptLanguage Language, int FirstLine) Of(ScriptText script, Findings findings)
    {
        var first = Significant(script.Text, 0, script.Text.Length);
        if (first == script.Text.Length) return (ScriptLanguage.Line, 0);
        if (script.Text[first] is '(' or ';')
        {
            if (TaggedLine(script) is not { } tagged) return (ScriptLanguage.List, 0);
            var mark = script.Text[first];
            var place = script.Place(first, 1);
            findings.Add(
                ScriptRules.WrongBeginning, place,
                [$"'{mark}' begins a script in the list language, but line {script.Place(script.Line(tagged).Start, 0).LineNumber} has a tag of the line language. Begin this line with '#' if it is a note."],
                mark == ';' ? new(place, "#") : new Replacement(place with { Length = 0 }, "# "));
            return (ScriptLanguage.Line, tagged);
        }

        if (!LooksLikeLists(script)) return (ScriptLanguage.Line, 0);
        var isNote = script.Text[first] == '#';
        var beginning = script.Place(first, script.Text.Length - first);
        findings.Add(
            ScriptRules.WrongBeginning, beginning,
            ["The file has the rules of a list script, and that begins with '(' or ';'. Begin this line with ';' if it is a note."],
            isNote ? new(beginning with { Length = 1 }, ";") : new Replacement(beginning with { Length = 0 }, "; "));
        return (ScriptLanguage.List, script.LineCount);
    }

    /// <summary>The first line with a tag, if several lines have tags and one of these tags belongs to a keyword.</summary>
    private static int? TaggedLine(ScriptText script)
    {
        int? first = null;
        var (count, hasKeyword) = (0, false);
        for (var i = 0; i < script.LineCount; i++)
        {
            if (Tag(script, i) is not { } tag) continue;
            first ??= i;
            count++;
            hasKeyword |= tag is "key" or "decomp" or "reasmb";
            if (count >= EnoughTags && hasKeyword) return first;
        }

        return null;
    }

    /// <summary>Whether no line has a tag, some line begins with a parenthesis, and some list begins with a list, like a transformation.</summary>
    private static bool LooksLikeLists(ScriptText script)
    {
        var hasRule = false;
        for (var i = 0; i < script.LineCount; i++)
        {
            if (Tag(script, i) is not null) return false;
            var (start, end) = script.Line(i);
            var first = Significant(script.Text, start, end);
            hasRule |= first < end && script.Text[first] == '(';
        }

        return hasRule && ListBeginsWithList(script.Text);
    }

    private static bool ListBeginsWithList(string text)
    {
        for (var i = text.IndexOf('('); i >= 0; i = text.IndexOf('(', i + 1))
        {
            var next = Significant(text, i + 1, text.Length);
            if (next < text.Length && text[next] == '(') return true;
        }

        return false;
    }

    private static string? Tag(ScriptText script, int line)
    {
        var (start, end) = script.Line(line);
        start = Significant(script.Text, start, end);
        return LineTag.Known(script.Text, start, end);
    }

    private static int Significant(string text, int start, int end)
    {
        while (start < end && LineTag.IsNothing(text[start])) start++;
        return start;
    }
}
