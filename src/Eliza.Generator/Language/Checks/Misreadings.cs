namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports <c>pre:</c> and <c>post:</c> lines that probably do not do what their author meant:
/// <see cref="ScriptRules.MisreadRewrite"/>, <see cref="ScriptRules.IdlePost"/>.
/// </summary>
internal static class Misreadings
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase) { "I", "YOU", "HE", "SHE", "IT", "WE", "THEY" };
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase) { "AM", "ARE", "IS", "WAS", "WERE", "HAVE", "HAS", "HAD", "WILL", "WOULD", "CAN", "COULD", "DO", "DID", "SHALL", "SHOULD" };

    private static readonly string[] Small =
    [
        "A", "AN", "THE", "MY", "YOUR", "HIS", "HER", "ITS", "OUR", "THEIR", "THIS", "THAT", "NOT", "NO", "YES", "OH", "TO", "OF", "IN", "ON", "AT", "BY", "FOR", "SO", "AS",
        "VERY", "ALL", "WHAT", "HOW",
    ];

    /// <summary>Words with which a replacement often begins, as in <c>pre: mum my mother</c>.</summary>
    private static readonly HashSet<string> Beginnings = new([.. Pronouns, .. Verbs, .. Small], StringComparer.OrdinalIgnoreCase);

    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.IsList) return;
        var possible = new PossibleWords(script);
        HashSet<string> used = [.. Used(script)];
        foreach (var pre in script.Syntax.Pres) CheckPhrase("pre", pre, script, used, findings);
        foreach (var post in script.Syntax.Posts)
        {
            var word = post.Word;
            if (possible.Contains(word.Text)) CheckPhrase("post", post, script, used, findings);
            else if (possible.Rewritten(word.Text) is var (by, place)) findings.Add(ScriptRules.IdlePost, word.Place, word.Text, by, place.LineNumber);
            else findings.Add(ScriptRules.ImpossibleWord, word.Place, word.Text, possible.WhyNotTypeable(word.Text)!);
        }
    }

    /// <summary>The words that the rules use.</summary>
    private static IEnumerable<string> Used(CheckedScript script) =>
        script.Syntax.Keywords.Select(k => k.Word.Text)
            .Concat(script.Syntax.Keywords.SelectMany(k => k.Decompositions).SelectMany(d => d.Pattern).OfType<LiteralSyntax>().Select(literal => literal.Word))
            .Concat(script.Syntax.Classes.SelectMany(c => c.Members.Prepend(c.Name)).Select(member => member.Text))
            .Concat(script.Syntax.Quits.SelectMany(quit => quit.Words).Select(word => word.Text))
            .Select(script.Fold);

    private static void CheckPhrase(string tag, RewriteSyntax rewrite, CheckedScript script, HashSet<string> used, Findings findings)
    {
        if (rewrite.Words.Count < 2 || findings.IsFull || !IsPhrase(tag, rewrite, script, used)) return;
        var (word, words) = (rewrite.Word.Text, rewrite.Words.Select(w => w.Text).ToList());

        // 'i am you are' is two phrases of equal length; 'good evening hi' is a phrase and a word.
        var length = words.Count % 2 == 1 ? words.Count / 2 : words.Count - 1;
        var (phrase, by) = (string.Join(" ", words.Take(length).Prepend(word)), string.Join(" ", words.Skip(length)));
        findings.Add(ScriptRules.MisreadRewrite, rewrite.Word.Place, word, string.Join(" ", words), tag == "pre"
            ? $"For '{phrase}' write a pattern, as in 'decomp: * {phrase} *'."
            : $"For '{phrase}' to become '{by}', write a 'post:' line for each of its words.");
    }

    private static bool IsPhrase(string tag, RewriteSyntax rewrite, CheckedScript script, HashSet<string> used)
    {
        var word = script.Fold(rewrite.Word.Text);
        List<string> words = [.. rewrite.Words.Select(w => script.Fold(w.Text))];
        if (Pronouns.Contains(word) && Verbs.Contains(words[0])) return true;
        if (word[0] == words[0][0] || word.Contains('\'')) return false;
        if (IsContraction(word, words)) return true;
        if (tag == "post") return words.Count == 3;
        return !Beginnings.Contains(words[0]) && !used.Contains(words[0]);
    }

    /// <summary>Whether the last word is a contraction of the other words, like don't and do not.</summary>
    private static bool IsContraction(string word, List<string> words)
    {
        var last = Letters(words[words.Count - 1]);
        return last.Length > 1 && last[0] == word[0] && !IsWithin(last, Letters(word))
            && IsWithin(last, Letters(word + string.Concat(words.Take(words.Count - 1))));
    }

    /// <summary>Whether all letters of a word occur in another word in the same order.</summary>
    private static bool IsWithin(string word, string other)
    {
        var found = 0;
        foreach (var letter in other)
        {
            if (found < word.Length && letter == word[found]) found++;
        }

        return found == word.Length;
    }

    private static string Letters(string word) => string.Concat(word.Where(char.IsLetter));
}
