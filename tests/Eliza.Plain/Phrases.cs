using System.Text;
using System.Text.RegularExpressions;

namespace Eliza.Plain;

/// <summary>The characters of the line language: a line becomes clauses, words and components become a reply.</summary>
internal static partial class Phrases
{
    /// <summary>The clauses of a line that have words, each word in the user's spelling.</summary>
    public static List<string[]> Clauses(string line)
    {
        var clauses = new List<List<string>> { new() };
        foreach (var word in Words(ClauseEnd().Replace(line, " $0 ").Replace('’', '\'')))
        {
            if (ClauseEnd().IsMatch(word) || word is "-" or "--" || LineScript.Fold(word) == "BUT") clauses.Add([]);
            else clauses[^1].Add(word);
        }

        return [.. from clause in clauses where clause.Count > 0 select clause.ToArray()];
    }

    /// <summary>The words of a text, which white space, quotation marks, brackets and NUL separate. Half a surrogate pair becomes U+FFFD.</summary>
    public static string[] Words(string text) => Blank()
        .Replace(string.Concat(text.EnumerateRunes()), " ")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One blank between words, none before punctuation or at the ends, and the first letter in upper case.</summary>
    public static string Tidy(string reply)
    {
        reply = Blanks().Replace(reply, " ").Trim(' ');
        reply = BlankBeforePunctuation().Replace(reply, "$1");
        var tidy = new StringBuilder();
        var isStart = true;
        foreach (var rune in reply.EnumerateRunes())
        {
            tidy.Append((isStart ? Alphabet.Upper(rune) : rune).ToString());
            if (Rune.IsLetterOrDigit(rune)) isStart = false;
        }

        return tidy.ToString();
    }

    [GeneratedRegex("[.,?!;:–—…]")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex("""["`‘‚‛“”„‟«»‹›()\[\]{}\0]""")]
    private static partial Regex Blank();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();

    [GeneratedRegex(" ([.,?!;:])")]
    private static partial Regex BlankBeforePunctuation();
}
