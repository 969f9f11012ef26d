namespace Eliza.Plain;

/// <summary>A conversation in the line language.</summary>
internal sealed class LineTalker(LineScript script) : Talker
{
    private const string NothingToSay = "Please go on.";

    private readonly Dictionary<Decomposition, int> _next = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<string> _memories = [];

    public override IEnumerable<Use> Reassemblies =>
        from keyword in script.Keywords
        from decomposition in keyword.Value.Decompositions.Index()
        from reassembly in decomposition.Item.Reassemblies.Index()
        select new Use(keyword.Key, decomposition.Index, reassembly.Index);

    public override string Reply(string line)
    {
        string[] clause = [];
        var wordsRead = 0;
        try
        {
            foreach (var words in Phrases.Clauses(line))
            {
                wordsRead += words.Length;
                clause = [.. words.SelectMany(word => script.Pre.GetValueOrDefault(LineScript.Fold(word), [word]))];
                if (script.Quits.Any(quit => quit.SequenceEqual(clause.Select(LineScript.Fold))))
                    return script.Farewell.Length > 0 ? script.Farewell : "Goodbye.";
                if (ReplyTo(clause, new(wordsRead)) is { } reply) return reply;
            }
        }
        catch (OutOfStepsException)
        {
            return NothingElse(clause, new(wordsRead));
        }

        return _memories.Count > 0 ? _memories.Dequeue() : NothingElse(clause, new(wordsRead));
    }

    private string NothingElse(string[] clause, Budget budget)
    {
        try
        {
            return Try("XNONE", clause, budget) ?? NothingToSay;
        }
        catch (OutOfStepsException)
        {
            return NothingToSay;
        }
    }

    /// <summary>Tries the keywords of a clause: each once, by rank, then in order of appearance.</summary>
    private string? ReplyTo(string[] clause, Budget budget) => clause
        .Select(LineScript.Fold)
        .Where(script.Keywords.ContainsKey)
        .Distinct()
        .OrderByDescending(keyword => script.Keywords[keyword].Rank)
        .Select(keyword => Try(keyword, clause, budget))
        .FirstOrDefault(reply => reply is not null);

    /// <summary>The reply of a keyword, or null if the next keyword is to be tried.</summary>
    private string? Try(string keyword, string[] clause, Budget budget)
    {
        for (; ; )
        {
            budget.TryKeyword(clause.Length);
            if (Use(keyword, clause) is not var (reassembly, components) || LineScript.IsNewKey(reassembly)) return null;
            if (LineScript.Goto(reassembly) is not { } next) return Assemble(reassembly, components);
            keyword = next;
        }
    }

    /// <summary>The next reassembly of the first decomposition that matches; those with <c>$</c> are stored on the way.</summary>
    private (string Reassembly, List<string[]> Components)? Use(string keyword, string[] clause)
    {
        foreach (var (number, decomposition) in script.Keywords[keyword].Decompositions.Index())
        {
            if (Matching.Match([.. decomposition.Pattern.Select(ToElement)], clause) is not { } words) continue;
            var components = words.Where((_, i) => LineScript.IsComponent(decomposition.Pattern[i])).ToList();
            var next = _next.GetValueOrDefault(decomposition);
            _next[decomposition] = (next + 1) % decomposition.Reassemblies.Count;
            Uses.Add(new(keyword, number, next));
            var reassembly = decomposition.Reassemblies[next];
            if (!decomposition.IsMemory) return (reassembly, components);
            _memories.Enqueue(Assemble(reassembly, components));
            if (_memories.Count > 20) _memories.Dequeue();
        }

        return null;
    }

    private Element ToElement(string element) =>
        element == "*" ? Element.AnyWords
        : element.StartsWith('@') ? Element.Word(word => script.Classes[LineScript.Fold(element[1..])].Contains(LineScript.Fold(word)))
        : Element.Word(word => LineScript.Fold(word) == LineScript.Fold(element));

    private string Assemble(string reassembly, List<string[]> components) => Phrases.Tidy(
        LineScript.Component().Replace(reassembly, match => Say(components[int.Parse(match.Groups[1].Value) - 1])));

    private string Say(string[] words) =>
        string.Join(' ', words.SelectMany(word => script.Post.GetValueOrDefault(LineScript.Fold(word), [word])));
}
