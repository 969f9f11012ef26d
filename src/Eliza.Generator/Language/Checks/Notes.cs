using System.Text.RegularExpressions;

namespace Eliza.Generator.Language.Checks;

/// <summary>Finds a note after a value, where notes are not allowed: <see cref="ScriptRules.NoteBehindValue"/>.</summary>
internal static class Notes
{
    private static readonly Regex Mark = new(@"\s(?<mark>#|//)(?<blank>\s*)(?=\p{L})", RegexOptions.CultureInvariant);
    private static readonly Regex BehindWords = new(@"\S\s+(?<mark>#|//|;)", RegexOptions.CultureInvariant);
    private static readonly Regex SentenceEnd = new(@"[.?!…:;)""”]\s*$", RegexOptions.CultureInvariant);

    /// <summary>Looks for notes after words. The reader of keywords skips notes after a keyword; a note in a reply is said aloud.</summary>
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.IsList) return;
        foreach (var decomposition in script.Syntax.Keywords.SelectMany(k => k.Decompositions)) Check(script, decomposition.Place, "part of the pattern", findings);
        foreach (var declared in script.Syntax.Classes) Check(script, declared.Name.Place, "part of the class", findings);
        foreach (var pre in script.Syntax.Pres) Check(script, pre.Word.Place, "part of what replaces the word", findings);
        foreach (var post in script.Syntax.Posts) Check(script, post.Word.Place, "part of what replaces the word", findings);
        foreach (var quit in script.Syntax.Quits) Check(script, quit.Place, "part of the phrase", findings);
    }

    private static void Check(CheckedScript script, Place start, string use, Findings findings)
    {
        var text = new Token(script.Text.Behind(start with { Length = 0 }), start);
        if (!findings.IsFull && InWords(text.Text) is { } note) Report(text, note, use, findings);
    }

    /// <summary>
    /// Where a note begins in a text. <c>You are #1</c> and <c>#sad</c> have none. <c>Press the # key.</c> has none
    /// either, because the sentence continues to its end.
    /// </summary>
    public static int? InText(string text)
    {
        foreach (Match match in Mark.Matches(text))
        {
            var before = text.Substring(0, match.Index);
            var after = text.Substring(match.Index + match.Length);
            var ended = SentenceEnd.IsMatch(before);
            var isTag = match.Groups["blank"].Length == 0;
            if (isTag ? ended && after.IndexOf(' ') > 0 : ended || !SentenceEnd.IsMatch(after)) return match.Groups["mark"].Index;
        }

        return null;
    }

    /// <summary>Where a note begins after words, which contain no marks themselves.</summary>
    public static int? InWords(string text) => BehindWords.Match(text) is { Success: true } match ? match.Groups["mark"].Index : null;

    /// <summary>Reports the note that begins at a position of a text.</summary>
    /// <param name="text">The value with the note.</param>
    /// <param name="start">Where the note begins in it.</param>
    /// <param name="use">What becomes of the note.</param>
    /// <param name="findings">Receives the finding.</param>
    public static void Report(Token text, int start, string use, Findings findings)
    {
        var place = SpokenMistakes.Within(text, start, text.Text.Length - start);
        var end = text.Text.Substring(0, start).TrimEnd().Length;
        findings.Add(ScriptRules.NoteBehindValue, place, [text.Text.Substring(start), use], new Replacement(SpokenMistakes.Within(text, end, text.Text.Length - end), ""));
    }
}
