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
        var budget = new Budget(line.Length);
        var isFirst = true;
        try
        {
            foreach (var words in Phrases.Clauses(line))
            {
                if (isFirst) words[0] = Small(words[0]);
                isFirst = false;
                clause = [.. words.SelectMany(word => script.Pre.GetValueOrDefault(LineScript.Fold(word), [word]))];
                if (script.Quits.Any(quit => quit.SequenceEqual(clause.Select(LineScript.Fold))))
                    return script.Farewells.FirstOrDefault("Goodbye.");
                if (ReplyTo(clause, budget) is { } reply) return reply;
            }
        }
        catch (OutOfStepsException)
        {
            return NothingElse(clause, new(line.Length));
        }

        return _memories.Count > 0 ? _memories.Dequeue() : NothingElse(clause, new(line.Length));
    }

    private string NothingElse(string[] clause, Budget budget)
    {
        try
        {
            return Try("xnone", clause, budget) ?? NothingToSay;
        }
        catch (OutOfStepsException)
        {
            return NothingToSay;
        }
    }

    /// <summary>Tries each keyword of a clause once: by rank, then in order of appearance.</summary>
    private string? ReplyTo(string[] clause, Budget budget) => clause
        .Select(script.KeywordOf)
        .OfType<string>()
        .Where(keyword => keyword != "xnone")
        .Distinct()
        .OrderByDescending(keyword => script.Keywords[keyword].Rank)
        .Select(keyword => Try(keyword, clause, budget))
        .FirstOrDefault(reply => reply is not null);

    /// <summary>The reply of a keyword, or null if the next keyword must be tried.</summary>
    private string? Try(string keyword, string[] clause, Budget budget)
    {
        for (; ; )
        {
            budget.TryKeyword(clause.Length);
            if (Use(keyword, clause) is not var (reassembly, components) || LineScript.IsNewKey(reassembly)) return null;
            if (LineScript.Goto(reassembly) is not { } next) return Assemble(reassembly, components);
            keyword = script.KeywordOf(next)!;
        }
    }

    /// <summary>The next reassembly of the first decomposition that matches. Decompositions with <c>$</c> before it store memories.</summary>
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
        : element.StartsWith('@') ? Element.Word(word => script.Classes[script.ClassOf(element)!].Contains(LineScript.Fold(word)))
        : Element.Word(word => LineScript.Fold(word) == LineScript.Fold(element));

    /// <summary>The text with its components. No blank comes before punctuation after a component, even if the component is empty.</summary>
    private string Assemble(string reassembly, List<string[]> components)
    {
        var reply = "";
        var isBehindComponent = false;
        foreach (var part in LineScript.Parts(reassembly))
        {
            if (LineScript.ComponentOf(part) is { } number)
            {
                reply += Say(components[number - 1]);
                isBehindComponent = true;
                continue;
            }

            reply = isBehindComponent && Phrases.BeginsWithPunctuation(part) ? reply.TrimEnd(' ') + part.TrimStart(' ') : reply + part;
            isBehindComponent = false;
        }

        return Phrases.Tidy(reply);
    }

    /// <summary>The first word of a line in small letters, if it begins with a capital and the script has it in small letters.</summary>
    private string Small(string word)
    {
        var characters = word.EnumerateRunes().ToList();
        var rest = characters[1..];
        return script.SmallWords.Contains(LineScript.Fold(word)) && Characters.IsCapital(characters[0]) && rest.Any(rune => Characters.Title(rune) != rune) && !rest.Any(Characters.IsCapital)
            ? Characters.Fold(characters[0]) + word[characters[0].Utf16SequenceLength..]
            : word;
    }

    private string Say(string[] words) =>
        string.Join(' ', words.SelectMany(word => script.Post.GetValueOrDefault(LineScript.Fold(word), [word])));
}
