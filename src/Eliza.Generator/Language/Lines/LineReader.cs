using System.Globalization;

namespace Eliza.Generator.Language.Lines;

/// <summary>Reads the line language, line by line; a line that is wrong costs nothing but itself.</summary>
internal sealed class LineReader(ScriptText script, Findings findings)
{
    private static readonly string[] Tags = ["initial", "final", "quit", "pre", "post", "synon", "key", "decomp", "reasmb"];

    private readonly List<PhraseSyntax> quits = [];
    private readonly List<RewriteSyntax> pres = [];
    private readonly List<RewriteSyntax> posts = [];
    private readonly List<ClassSyntax> classes = [];
    private readonly List<KeywordSyntax> keywords = [];
    private Token? greeting;
    private Token? farewell;
    private KeyBlock? key;

    /// <summary>Reads a script.</summary>
    public static ScriptSyntax Read(ScriptText script, Findings findings, CancellationToken cancellationToken)
    {
        var reader = new LineReader(script, findings);
        for (var i = 0; i < script.LineCount && !findings.IsFull; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.ReadLine(i);
        }

        reader.EndKey();
        return new(ScriptLanguage.Line)
        {
            Greeting = reader.greeting,
            Farewell = reader.farewell,
            Quits = reader.quits.ToEquatableArray(),
            Pres = reader.pres.ToEquatableArray(),
            Posts = reader.posts.ToEquatableArray(),
            Classes = reader.classes.ToEquatableArray(),
            Keywords = reader.keywords.ToEquatableArray(),
        };
    }

    private void ReadLine(int number)
    {
        var (start, end) = Trim(script.Line(number));
        if (start == end || script.Text[start] == '#') return;

        var colon = script.Text.IndexOf(':', start, end - start);
        var tagEnd = colon < 0 ? start : Trim((start, colon)).End;
        if (tagEnd == start || HasWhiteSpace(start, tagEnd))
        {
            findings.Add(ScriptRules.LineWithoutTag, script.Place(start, end - start));
            return;
        }

        var place = script.Place(start, tagEnd - start);
        if (Tag(script.Text.Substring(start, tagEnd - start), place) is { } tag) ReadValue(new(tag, place), Trim((colon + 1, end)));
        else key = KeyBlock.Unread(key);
    }

    /// <summary>The tag in lower case. A misspelt one is taken for what it was meant to be, or its mistake would be reported all through its block.</summary>
    private string? Tag(string written, Place place)
    {
        var tag = Array.Find(Tags, t => string.Equals(t, written, StringComparison.OrdinalIgnoreCase));
        if (tag is not null) return tag;

        var meant = Spelling.Nearest(written, Tags);
        findings.Add(ScriptRules.UnknownTag, place, written,
            meant is null ? $" The tags are {string.Join(", ", Tags)}." : $" Did you mean '{meant}:'?");
        return meant;
    }

    private void ReadValue(Token tag, (int Start, int End) value)
    {
        switch (tag.Text)
        {
            case "initial":
                greeting = Once(greeting, tag, value);
                break;
            case "final":
                farewell = Once(farewell, tag, value);
                break;
            case "quit":
                if (Words(tag, value, 1, "the words that end the talk") is { } quit)
                    quits.Add(new(quit.ToEquatableArray(), Place(value)));
                break;
            case "pre":
                if (Words(tag, value, 2, "a word and the words that replace it") is { } pre) pres.Add(Rewrite(pre));
                break;
            case "post":
                if (Words(tag, value, 2, "a word and the words that replace it") is { } post) posts.Add(Rewrite(post));
                break;
            case "synon":
                if (Words(tag, value, 1, "the name of a class and its members") is { } synon)
                    classes.Add(new(synon[0], synon.Skip(1).ToEquatableArray()));
                break;
            case "key":
                EndKey();
                key = ReadKey(tag, value);
                break;
            case "decomp":
                ReadDecomposition(tag, value);
                break;
            case "reasmb":
                ReadReassembly(tag, value);
                break;
        }
    }

    private Token? Once(Token? earlier, Token tag, (int Start, int End) value)
    {
        if (value.Start == value.End) findings.Add(ScriptRules.MissingValue, tag.Place, tag.Text, "a text");
        else if (earlier is not null) findings.Add(ScriptRules.RepeatedDeclaration, tag.Place, $"'{tag.Text}:'", earlier.Place.LineNumber);
        else return new(string.Join(" ", LineWords.CutAtWhiteSpace(script, value.Start, value.End).Select(w => w.Text)), Place(value));
        return earlier;
    }

    private List<Token>? Words(Token tag, (int Start, int End) value, int atLeast, string what)
    {
        var words = LineWords.Cut(script, value.Start, value.End);
        if (words.Count >= atLeast) return words;
        findings.Add(ScriptRules.MissingValue, tag.Place, tag.Text, what);
        return null;
    }

    private static RewriteSyntax Rewrite(List<Token> words) => new(words[0], words.Skip(1).ToEquatableArray());

    private KeyBlock ReadKey(Token tag, (int Start, int End) value)
    {
        if (Words(tag, value, 1, "a word, and a rank if it is to go first or last") is not { } words) return KeyBlock.Unread(null);
        if (words.Count > 2)
        {
            findings.Add(ScriptRules.KeywordOfSeveralWords, Place(value), script.Text.Substring(value.Start, value.End - value.Start));
            return KeyBlock.Unread(null);
        }

        var rank = 0;
        if (words.Count == 2 && !int.TryParse(words[1].Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out rank))
            findings.Add(ScriptRules.BadRank, words[1].Place, words[1].Text);
        return new(words[0], rank);
    }

    private void ReadDecomposition(Token tag, (int Start, int End) value)
    {
        if (key is null) findings.Add(ScriptRules.LineOutsideItsBlock, tag.Place, tag.Text, "key");
        key ??= KeyBlock.Unread(null);
        key.EndDecomposition(findings);

        var isMemory = value.Start < value.End && script.Text[value.Start] == '$';
        var start = isMemory ? Trim((value.Start + 1, value.End)).Start : value.Start;
        var pattern = LinePattern.Read(script, start, value.End, findings);
        if (pattern.Count == 0) findings.Add(ScriptRules.MissingValue, tag.Place, tag.Text, "a pattern, such as '*'");
        key.Begin(new(pattern, isMemory, pattern.Count == 0 ? tag.Place : Place(value)));
    }

    private void ReadReassembly(Token tag, (int Start, int End) value)
    {
        if (key?.Decomposition is not { } decomposition)
        {
            findings.Add(ScriptRules.LineOutsideItsBlock, tag.Place, tag.Text, "decomp");
            key = KeyBlock.Unread(key);
            return;
        }

        decomposition.Reassemblies.Add(value.Start == value.End
            ? new TextSyntax(default, tag.Place)
            : LineReassembly.Read(script, value.Start, value.End, decomposition.Pattern, findings));
    }

    private void EndKey()
    {
        if (key?.End(findings) is { } keyword) keywords.Add(keyword);
        key = null;
    }

    private Place Place((int Start, int End) stretch) => script.Place(stretch.Start, stretch.End - stretch.Start);

    private bool HasWhiteSpace(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(script.Text[i])) return true;
        }

        return false;
    }

    private (int Start, int End) Trim((int Start, int End) stretch)
    {
        var (start, end) = stretch;
        while (start < end && char.IsWhiteSpace(script.Text[start])) start++;
        while (start < end && char.IsWhiteSpace(script.Text[end - 1])) end--;
        return (start, end);
    }
}
