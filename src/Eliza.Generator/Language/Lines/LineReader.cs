using System.Globalization;

namespace Eliza.Generator.Language.Lines;

/// <summary>Reads the line language, line by line. An error in one line does not affect the other lines.</summary>
internal sealed class LineReader(ScriptText script, Findings findings)
{
    private const string MemoryTag = "reasm_for_memory";

    /// <summary>The tags of the language.</summary>
    public static readonly string[] Tags = ["initial", "final", "quit", "pre", "post", "synon", "key", "decomp", "reasmb", MemoryTag];

    private readonly List<PhraseSyntax> quits = [];
    private readonly List<RewriteSyntax> pres = [];
    private readonly List<RewriteSyntax> posts = [];
    private readonly List<ClassSyntax> classes = [];
    private readonly List<KeywordSyntax> keywords = [];
    private readonly List<Token> greetings = [];
    private readonly List<Token> farewells = [];
    private KeyBlock? key;
    private Place? textAbove;

    /// <summary>Reads a script, starting at a line.</summary>
    public static ScriptSyntax Read(ScriptText script, int firstLine, Findings findings, CancellationToken cancellationToken)
    {
        var reader = new LineReader(script, findings);
        for (var i = firstLine; i < script.LineCount && !findings.IsFull; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.ReadLine(i);
        }

        reader.EndKey();
        return new(ScriptLanguage.Line)
        {
            Greetings = reader.greetings.ToEquatableArray(),
            Farewells = reader.farewells.ToEquatableArray(),
            Quits = reader.quits.ToEquatableArray(),
            Pres = reader.pres.ToEquatableArray(),
            Posts = reader.posts.ToEquatableArray(),
            Classes = reader.classes.ToEquatableArray(),
            Keywords = reader.keywords.ToEquatableArray(),
        };
    }

    private void ReadLine(int number)
    {
        var (start, end) = script.Line(number);
        while (start < end && LineTag.IsNothing(script.Text[start])) start++;
        (start, end) = Trim((start, end));
        var above = textAbove;
        textAbove = null;
        if (start == end || script.Text[start] == '#') return;

        var colon = script.Text.IndexOf(':', start, end - start);
        var tagEnd = colon < 0 ? start : Trim((start, colon)).End;
        if (tagEnd == start || HasWhiteSpace(start, tagEnd) || LineTag.Of(script.Text.Substring(start, tagEnd - start)) is null)
        {
            if (LineTag.Recover(script, start, end, findings) is var (recovered, valueStart))
            {
                ReadValue(recovered, Trim((valueStart, end)));
                return;
            }
        }

        if (tagEnd == start || HasWhiteSpace(start, tagEnd))
        {
            UntaggedLine.Report(script, start, end, above, findings);
            if (key is not null) key = KeyBlock.Unread(key);
            return;
        }

        var written = new Token(LineTag.Visible(script.Text.Substring(start, tagEnd - start)), script.Place(start, tagEnd - start));
        if (Tag(written, Trim((colon + 1, end))) is { } tag) ReadValue(new(tag, written.Place), Trim((colon + 1, end)));
    }

    /// <summary>The tag in lower case. A misspelt tag counts as the one that was meant, so that the lines that belong to it give no more errors.</summary>
    private string? Tag(Token written, (int Start, int End) value)
    {
        if (LineTag.Of(written.Text) is { } tag) return tag;

        var misread = UnknownTag.Report(script, written, value, key?.Word, findings);
        if (misread.Damages) key = KeyBlock.Unread(key);
        return misread.Tag;
    }

    private void ReadValue(Token tag, (int Start, int End) value)
    {
        if (value.Start < value.End && tag.Text is "initial" or "final" or "reasmb" or MemoryTag) textAbove = Place(value);
        switch (tag.Text)
        {
            case "initial":
                ReadText(tag, value, greetings);
                break;
            case "final":
                ReadText(tag, value, farewells);
                break;
            case "quit":
                if (Words(tag, value, 1, "the words that end the talk") is { } quit)
                    quits.Add(new(quit.ToEquatableArray(), Place(value)));
                break;
            case "pre":
                if (RewriteWords(tag, value, "dont don't") is { } pre) pres.Add(Rewrite(pre));
                break;
            case "post":
                if (RewriteWords(tag, value, "my your") is { } post) posts.Add(Rewrite(post));
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
            case MemoryTag:
                ReadReassembly(tag, value);
                break;
        }
    }

    private void ReadText(Token tag, (int Start, int End) value, List<Token> texts)
    {
        if (value.Start == value.End) findings.Add(ScriptRules.MissingValue, tag.Place, Without(tag, value), "a text");
        else texts.Add(new(string.Join(" ", LineWords.CutAtWhiteSpace(script, value.Start, value.End).Select(w => w.Text)), Place(value)));
    }

    private List<Token>? Words(Token tag, (int Start, int End) value, int atLeast, string what)
    {
        var words = LineWords.Cut(script, value.Start, value.End, out var stops);
        ForeignMarks.ReportStops(script, value, [.. stops.Select(stop => stop.Stop)], findings);
        if (words.Count >= atLeast) return words;
        findings.Add(ScriptRules.MissingValue, tag.Place, Without(tag, value), what);
        return null;
    }

    private List<Token>? RewriteWords(Token tag, (int Start, int End) value, string example)
    {
        if (Words(tag, value, 1, "a word and the words that replace it") is not { } words) return null;
        if (words.Count > 1) return words;
        if (LineWords.CutAtWhiteSpace(script, value.Start, value.End).Count > 1) findings.Add(ScriptRules.MissingValue, tag.Place, $"'{tag.Text}:' has only the word '{words[0].Text}' in it.", "a word and the words that replace it");
        else findings.Add(ScriptRules.RewriteWithoutWords, words[0].Place, tag.Text, words[0].Text, example);
        return null;
    }

    private static RewriteSyntax Rewrite(List<Token> words) => new(words[0], words.Skip(1).ToEquatableArray());

    private KeyBlock ReadKey(Token tag, (int Start, int End) value)
    {
        value = KeyLine.WithoutNote(script, value, findings);
        var (word, rank) = Rank(value);
        if (KeyLine.HasSeveralKeywords(script, tag, value, word, findings)) return KeyBlock.Unread(null);
        if (Words(tag, word, 1, "a word, and a rank if it is to go first or last") is not { } words) return KeyBlock.Unread(null);
        if (words.Count > 1) findings.Add(ScriptRules.BadRank, words[1].Place, words[1].Text);
        return words.Count == 1 && script.Text[word.Start] == '@' ? KeyBlock.OfClass(new(words[0].Text, Place(word)), rank ?? 0) : new(words[0], null, rank ?? 0);
    }

    /// <summary>The value without the rank, and the rank.</summary>
    private ((int Start, int End) Word, int? Rank) Rank((int Start, int End) value)
    {
        var start = value.End;
        while (start > value.Start && !char.IsWhiteSpace(script.Text[start - 1])) start--;
        return start > value.Start && int.TryParse(script.Text.Substring(start, value.End - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rank)
            ? (Trim((value.Start, start)), rank)
            : (value, null);
    }

    private void ReadDecomposition(Token tag, (int Start, int End) value)
    {
        if (key is null) findings.Add(ScriptRules.LineOutsideItsBlock, tag.Place, tag.Text, "key");
        key ??= KeyBlock.Unread(null);
        key.EndDecomposition(findings);

        var isMemory = value.Start < value.End && script.Text[value.Start] == '$';
        var start = isMemory ? Trim((value.Start + 1, value.End)).Start : value.Start;
        var pattern = LinePattern.Read(script, start, value.End, findings);
        if (pattern.Count == 0) findings.Add(ScriptRules.MissingValue, tag.Place, Without(tag, (start, value.End)), "a pattern, such as '*'");
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

        ReassemblySyntax reassembly = value.Start == value.End
            ? new TextSyntax(default, tag.Place)
            : LineReassembly.Read(script, value.Start, value.End, decomposition.Pattern, findings);
        if (tag.Text == MemoryTag) decomposition.Memories.Add(reassembly);
        else decomposition.Reassemblies.Add(reassembly);
    }

    private void EndKey()
    {
        if (key?.End(findings) is { } keyword) keywords.Add(keyword);
        key = null;
    }

    /// <summary>The message for a line without words.</summary>
    private static string Without(Token tag, (int Start, int End) value) =>
        value.Start == value.End ? $"'{tag.Text}:' is empty." : $"'{tag.Text}:' has no words in it, and symbols are none.";

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
