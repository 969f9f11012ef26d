namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports parts of a script that no line of a user can reach: <see cref="ScriptRules.UnreachableKeyword"/>,
/// <see cref="ScriptRules.RewrittenWord"/>, <see cref="ScriptRules.ImpossibleWord"/>,
/// <see cref="ScriptRules.UnreachableDecomposition"/>. All findings are right, but some such parts are not found.
/// </summary>
internal sealed class Reachability
{
    /// <summary>The most earlier decompositions that a decomposition is compared with.</summary>
    private const int MostCompared = 200;

    private readonly CheckedScript script;
    private readonly Findings findings;
    private readonly PossibleWords possible;
    private readonly WordSets sets;

    private Reachability(CheckedScript script, Findings findings)
    {
        (this.script, this.findings) = (script, findings);
        possible = new(script);
        sets = new(script);
    }

    public static void Check(CheckedScript script, Findings findings)
    {
        var reachability = new Reachability(script, findings);
        var reached = reachability.Reached();
        foreach (var keyword in script.Syntax.Keywords)
        {
            if (findings.IsFull) return;
            if (reached.Contains(keyword)) reachability.CheckDecompositions(keyword);
            else reachability.ReportUnreachable(keyword);
        }

        foreach (var quit in script.Syntax.Quits) reachability.IsImpossible(quit.Words);
        foreach (var rule in script.Syntax.Memory?.Rules ?? default) reachability.IsImpossible(rule.Pattern);
    }

    /// <summary>The keywords that a line can contain, the fallback keyword, and all keywords to which these have links.</summary>
    private HashSet<KeywordSyntax> Reached()
    {
        HashSet<KeywordSyntax> reached = new(ReferenceComparer<KeywordSyntax>.Instance);
        Queue<KeywordSyntax> open = new(script.Syntax.Keywords.Where(k => script.IsFallback(k) || IsFound(k)));
        while (open.Count > 0)
        {
            var keyword = open.Dequeue();
            if (!reached.Add(keyword)) continue;
            foreach (var target in keyword.Decompositions.SelectMany(d => d.Reassemblies).Select(r => r.Target()).Append(keyword.Link))
            {
                if (target is not null) open.Enqueue(script.Keyword(target.Text)!);
            }
        }

        return reached;
    }

    /// <summary>List scripts look up words as they were typed. A keyword that has only tags is useful if a clause can contain its word.</summary>
    private bool IsFound(KeywordSyntax keyword) =>
        script.IsList
            ? possible.IsTypeable(keyword.Word.Text) || (keyword.Tags.Count > 0 && possible.Contains(keyword.Word.Text))
            : script.WordsOf(keyword).Any(possible.Contains);

    private void ReportUnreachable(KeywordSyntax keyword)
    {
        var word = keyword.Class is null ? keyword.Word.Text : script.WordsOf(keyword) is [var first, ..] ? first : null;
        findings.Add(ScriptRules.UnreachableKeyword, keyword.Word.Place, keyword.Word.Text, word is null
            ? "each word of the class has a keyword of its own"
            : possible.WhyNotTypeable(word)
            ?? (possible.Rewritten(word) is var (by, place) ? $"it has become '{by}' by then (line {place.LineNumber})" : "it is not a word"));
    }

    private void CheckDecompositions(KeywordSyntax keyword)
    {
        List<(DecompositionSyntax Decomposition, WordPattern Pattern)> earlier = [];
        foreach (var decomposition in keyword.Decompositions)
        {
            if (findings.IsFull) return;
            if (IsImpossible(decomposition.Pattern) || WordPattern.Of(decomposition.Pattern, sets) is not { } pattern) continue;
            if (CoveredBy(pattern, earlier) is { } covering) findings.Add(ScriptRules.UnreachableDecomposition, decomposition.Place, covering);

            // The search continues after a decomposition that only stores a memory.
            else if (!decomposition.IsMemory && earlier.Count < MostCompared) earlier.Add((decomposition, pattern));
        }
    }

    private static string? CoveredBy(WordPattern pattern, List<(DecompositionSyntax Decomposition, WordPattern Pattern)> earlier)
    {
        foreach (var (decomposition, covering) in earlier)
        {
            if (pattern.IsCoveredBy([covering])) return $"the one in line {decomposition.Place.LineNumber}";
        }

        return earlier.Count > 1 && pattern.IsCoveredBy([.. earlier.Select(e => e.Pattern)]) ? "those before it together" : null;
    }

    private bool IsImpossible(EquatableArray<ElementSyntax> pattern)
    {
        foreach (var element in pattern)
        {
            if (sets.Of(element) is not { } words || words.Any(possible.Contains)) continue;
            if (element is LiteralSyntax literal) Report(literal.Word, literal.Place, isWritten: true);
            else if (words.Count > 0) Report(words.First(), element.Place, isWritten: false);
            return true;
        }

        return false;
    }

    private void IsImpossible(EquatableArray<Token> words)
    {
        if (words.FirstOrDefault(word => !possible.Contains(word.Text)) is { } impossible) Report(impossible.Text, impossible.Place, isWritten: true);
    }

    /// <param name="word">The word that no clause contains.</param>
    /// <param name="at">The place that needs the word.</param>
    /// <param name="isWritten">Whether the word itself is at this place. If not, it belongs to a class or set there.</param>
    private void Report(string word, Place at, bool isWritten)
    {
        if (possible.Rewritten(word) is var (by, place)) findings.Add(ScriptRules.RewrittenWord, at, [word, by, place.LineNumber], isWritten ? [new Replacement(at, by)] : []);
        else findings.Add(ScriptRules.ImpossibleWord, at, word, possible.WhyNotTypeable(word)!);
    }
}
