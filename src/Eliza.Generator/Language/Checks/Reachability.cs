namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports what no line of a user brings about: <see cref="ScriptRules.UnreachableKeyword"/>,
/// <see cref="ScriptRules.RewrittenWord"/>, <see cref="ScriptRules.ImpossibleWord"/>,
/// <see cref="ScriptRules.UnreachableDecomposition"/>. Each finding is certain; not everything is found.
/// </summary>
internal sealed class Reachability
{
    /// <summary>With how many earlier decompositions of its keyword one is compared.</summary>
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

    /// <summary>The keywords that can stand in a line, the one that answers when nothing else does, and whatever these go to.</summary>
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

    /// <summary>List scripts look up words as they are typed; one with tags alone is of use wherever its word can stand.</summary>
    private bool IsFound(KeywordSyntax keyword) =>
        script.IsList ? possible.IsTypeable(keyword.Word.Text) || (keyword.Tags.Count > 0 && possible.Contains(keyword.Word.Text)) : possible.Contains(keyword.Word.Text);

    private void ReportUnreachable(KeywordSyntax keyword)
    {
        var word = keyword.Word.Text;
        findings.Add(ScriptRules.UnreachableKeyword, keyword.Word.Place, word, possible.WhyNotTypeable(word)
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

            // What only stores a memory lets the search go on.
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
            if (words.Count > 0) Report(element is LiteralSyntax literal ? literal.Word : words.First(), element.Place);
            return true;
        }

        return false;
    }

    private void IsImpossible(EquatableArray<Token> words)
    {
        if (words.FirstOrDefault(word => !possible.Contains(word.Text)) is { } impossible) Report(impossible.Text, impossible.Place);
    }

    private void Report(string word, Place at)
    {
        if (possible.Rewritten(word) is var (by, place)) findings.Add(ScriptRules.RewrittenWord, at, word, by, place.LineNumber);
        else findings.Add(ScriptRules.ImpossibleWord, at, word, possible.WhyNotTypeable(word)!);
    }
}
