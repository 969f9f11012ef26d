namespace Eliza.Plain;

/// <summary>A conversation in the list language, as in the program of 1966.</summary>
internal sealed class ListTalker(ListScript script) : Talker
{
    private static readonly string[] NoMatch = ["PLEASE CONTINUE", "HMMM", "GO ON , PLEASE", "I SEE"];

    private readonly ILookup<string, string> _tagged = script.Tagged;
    private readonly Dictionary<Transformation, int> _next = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<string> _memories = [];
    private int _limit = 1;

    public override IEnumerable<Use> Reassemblies =>
        from rule in script.Rules.Append(new("NONE", script.None!))
        from transformation in rule.Value.Transformations.Index()
        from reassembly in transformation.Item.Reassemblies.Index()
        select new Use(rule.Key, transformation.Index, reassembly.Index);

    public override string Reply(string line)
    {
        var words = Lists.Words(Lists.Fold(line));
        var budget = new Budget(line.Length);
        _limit = (_limit % 4) + 1;

        var stack = Scan(words);
        if (stack.Count == 0 && _limit == 4 && _memories.Count > 0) return _memories.Dequeue();
        try
        {
            return ReplyFrom(stack, [.. words], budget);
        }
        catch (OutOfStepsException)
        {
            return NoMatch[_limit - 1];
        }
    }

    /// <summary>Keeps only the first clause with a keyword, substitutes words, and returns the keywords in the order of their trial.</summary>
    private List<string> Scan(List<string> words)
    {
        var stack = new List<string>();
        var top = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "," or "." or "BUT")
            {
                if (stack.Count > 0)
                {
                    words.RemoveRange(i, words.Count - i);
                    break;
                }

                words.RemoveRange(0, i + 1);
                i = -1;
            }
            else if (script.Rules.TryGetValue(words[i], out var rule))
            {
                if (rule.Transforms && rule.Precedence > top)
                {
                    stack.Insert(0, words[i]);
                    top = rule.Precedence;
                }
                else if (rule.Transforms)
                {
                    stack.Add(words[i]);
                }

                words[i] = rule.Substitute ?? words[i];
            }
        }

        return stack;
    }

    private string ReplyFrom(List<string> stack, string[] words, Budget budget)
    {
        while (stack.Count > 0)
        {
            var keyword = stack[0];
            stack.RemoveAt(0);
            budget.TryKeyword(words.Length);
            if (keyword == script.MemoryKeyword) Remember(words);

            var rule = script.Rules[keyword];
            var (reassembly, components) = Use(keyword, rule, words);
            if (reassembly is null && rule.Link is null) return NoMatch[_limit - 1];
            if (reassembly is { Link: null, IsNewKey: false }) return Join(Assemble(reassembly, components));
            if (reassembly is { IsPre: true })
            {
                words = Assemble(reassembly, components);
                budget.Spend(words.Length);
            }

            if ((reassembly is null ? rule.Link : reassembly.Link) is { } link) stack.Insert(0, link);
        }

        var (last, parts) = Use("NONE", script.None!, words);
        return Join(last is null or { IsNewKey: true } or { IsPre: false, Link: not null } ? words : Assemble(last, parts));
    }

    /// <summary>The next reassembly of the rule's first transformation that matches.</summary>
    private (Reassembly? Reassembly, List<string[]> Components) Use(string keyword, ListRule rule, string[] words)
    {
        foreach (var (number, transformation) in rule.Transformations.Index())
        {
            if (Matching.Match(Elements(transformation), words) is not { } components) continue;
            var next = _next.GetValueOrDefault(transformation);
            _next[transformation] = (next + 1) % transformation.Reassemblies.Count;
            Uses.Add(new(keyword, number, next));
            return (transformation.Reassemblies[next], components);
        }

        return (null, []);
    }

    private void Remember(string[] words)
    {
        var memory = script.Memories[Hash.Of(words.LastOrDefault(""), 2)];
        if (Matching.Match(Elements(memory), words) is not { } components) return;
        _memories.Enqueue(Join(Assemble(memory.Reassemblies[0], components)));
        if (_memories.Count > 10_000) _memories.Dequeue();
    }

    private Element[] Elements(Transformation transformation) => [.. transformation.Pattern.Select(ToElement)];

    private Element ToElement(string element)
    {
        if (ListScript.IsNumber(element)) return int.Parse(element) is > 0 and var count ? Element.Words(count) : Element.AnyWords;
        if (!element.StartsWith('(')) return Element.Word(word => word == element);

        var inner = element[1..^1].TrimStart(' ');
        var names = (inner.Length == 0 ? "" : inner[1..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return inner.FirstOrDefault() switch
        {
            '*' => Element.Word(names.Contains),
            '/' => Element.Word(word => names.Any(tag => _tagged[tag].Contains(word))),
            _ => Element.Word(_ => false),
        };
    }

    private static string[] Assemble(Reassembly reassembly, List<string[]> components) =>
        [.. reassembly.Words.SelectMany(word => ListScript.IsNumber(word) ? components[int.Parse(word) - 1] : [word])];

    private static string Join(string[] words) => string.Join(' ', words.Where(word => word.Length > 0));
}
