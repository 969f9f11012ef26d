using System.Text.RegularExpressions;

namespace Eliza.Generator.Language.Checks;

/// <summary>Finds a note after a value, where notes are not allowed: <see cref="ScriptRules.NoteBehindValue"/>.</summary>
internal static class Notes
{
    private static readonly Regex Mark = new(@"\s(?<mark>#|//)(?<blank>\s*)(?=\p{L})", RegexOptions.CultureInvariant);
    private static readonly Regex BehindWords = new(@"\S\s+(?<mark>#|//|;)", RegexOptions.CultureInvariant);
    private static readonly Regex SentenceEnd = new(@"[.?!…:;)""”]\s*$", RegexOptions.CultureInvariant);

    /// <summary>Looks for notes after words. Notes after a keyword are skipped; a note in a reply becomes part of the reply.</summary>
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
    /// The start of a note in a text. <c>You are #1</c> and <c>#sad</c> have no note. <c>Press the # key.</c> has none
    /// either, because the sentence goes on after the mark.
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

    /// <summary>The start of a note after words. Words have no marks in them.</summary>
    public static int? InWords(string text) => BehindWords.Match(text) is { Success: true } match ? match.Groups["mark"].Index : null;

    /// <summary>Reports a note.</summary>
    /// <param name="text">The value with the note.</param>
    /// <param name="start">The start of the note in it.</param>
    /// <param name="use">What the compiler does with the note.</param>
    /// <param name="findings">Takes the finding.</param>
    public static void Report(Token text, int start, string use, Findings findings)
    {
        var place = SpokenMistakes.Within(text, start, text.Text.Length - start);
        var end = text.Text.Substring(0, start).TrimEnd().Length;
        findings.Add(ScriptRules.NoteBehindValue, place, [text.Text.Substring(start), use], new Replacement(SpokenMistakes.Within(text, end, text.Text.Length - end), ""));
    }
}
