using System.Globalization;

namespace Eliza.Generator.Language.Lines;

/// <summary>Recognizes tags, also those that are not written correctly.</summary>
internal static class LineTag
{
    /// <summary>The colons of other writing systems.</summary>
    private static readonly char[] Colons = [':', '\uFF1A', '\uFE13', '\uFE55', '\u2236', '\uA789'];

    /// <summary>What authors write when they do not remember the tag.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        { "greeting", "initial" }, { "welcome", "initial" }, { "start", "initial" }, { "intro", "initial" },
        { "farewell", "final" }, { "goodbye", "final" }, { "end", "final" },
        { "exit", "quit" }, { "stop", "quit" }, { "replace", "pre" }, { "substitute", "pre" },
        { "synonym", "synon" }, { "synonyms", "synon" }, { "class", "synon" },
        { "keyword", "key" }, { "word", "key" },
        { "pattern", "decomp" }, { "match", "decomp" }, { "decompose", "decomp" }, { "decomposition", "decomp" },
        { "answer", "reasmb" }, { "reply", "reasmb" }, { "response", "reasmb" }, { "respond", "reasmb" }, { "say", "reasmb" },
        { "reassemble", "reasmb" }, { "reassembly", "reasmb" },
    };

    /// <summary>Whether a character before a tag is ignored: white space, or an invisible one such as a zero-width space.</summary>
    public static bool IsNothing(char character) =>
        char.IsWhiteSpace(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;

    /// <summary>The tag in lower case between two positions, if a colon of any kind follows it.</summary>
    public static string? Known(string text, int start, int end)
    {
        var colon = text.IndexOfAny(Colons, start, end - start);
        return colon < 0 ? null : Of(text.Substring(start, colon - start));
    }

    /// <summary>The value of a line.</summary>
    public static Token ValueOf(ScriptText script, Place place)
    {
        var line = script.Behind(new(place.Line, 0, 0));
        var start = line.IndexOfAny(Colons) + 1;
        while (start < line.Length && char.IsWhiteSpace(line[start])) start++;
        return new(line.Substring(start), new(place.Line, start, line.Length - start));
    }

    /// <summary>A word as a tag in lower case; null if it is no tag.</summary>
    public static string? Of(string word)
    {
        var visible = Visible(word).Trim();
        return Array.Find(LineReader.Tags, tag => string.Equals(tag, visible, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The tag that was probably meant by a wrong word, or null.</summary>
    public static string? Nearest(string word) =>
        Spelling.Nearest(word, LineReader.Tags) ?? (Meant.TryGetValue(word, out var meant) ? meant : null);

    /// <summary>A word without its invisible characters.</summary>
    public static string Visible(string word) =>
        word.Any(c => IsNothing(c) && !char.IsWhiteSpace(c)) ? string.Concat(word.Where(c => !IsNothing(c) || char.IsWhiteSpace(c))) : word;

    /// <summary>
    /// The tag of a line that does not begin with a tag and a plain colon, if the tag can be recognized. A colon of another
    /// writing system gives a warning, a missing colon an error. The line is read in both cases.
    /// </summary>
    public static (Token Tag, int ValueStart)? Recover(ScriptText script, int start, int end, Findings findings)
    {
        var colon = script.Text.IndexOfAny(Colons, start, end - start);
        if (colon >= 0 && script.Text[colon] != ':' && Of(script.Text.Substring(start, colon - start)) is { } tag)
        {
            var place = script.Place(colon, 1);
            findings.Add(ScriptRules.ForeignColon, place, [script.Text.Substring(colon, 1)], new Replacement(place, ":"));
            return (new(tag, script.Place(start, colon - start)), colon + 1);
        }

        return WithoutColon(script, start, end, findings);
    }

    private static (Token Tag, int ValueStart)? WithoutColon(ScriptText script, int start, int end, Findings findings)
    {
        var wordEnd = start;
        while (wordEnd < end && (char.IsLetter(script.Text[wordEnd]) || script.Text[wordEnd] == '_')) wordEnd++;
        if (Of(script.Text.Substring(start, wordEnd - start)) is not { } tag) return null;

        // Another mark may be in the place of the colon: 'key; word', 'key = word', 'key - word'.
        var next = wordEnd;
        while (next < end && char.IsWhiteSpace(script.Text[next])) next++;
        var isMark = next < end && script.Text[next] is ';' or '=' or '-' or '.' or ',' or '>' or '|';
        if (!isMark && next == wordEnd && next < end) return null;

        var word = new Token(tag, script.Place(start, wordEnd - start));
        var mark = isMark ? script.Place(wordEnd, next + 1 - wordEnd) : script.Place(wordEnd, 0);
        findings.Add(ScriptRules.MissingColon, word.Place, [script.Text.Substring(start, wordEnd - start)], new Replacement(mark, ":"));
        return (word, isMark ? next + 1 : next);
    }
}
