using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;
using Eliza.Generator.Language.Checks;

namespace Eliza.Cli.Editing.Trying;

/// <summary>
/// Finds lines that should reach a decomposition. It reasons as the check of reachability does: with the words that a line can have,
/// the ranks of keywords, and the links between keywords. Whether a line really reaches the decomposition, only a run can prove.
/// </summary>
internal sealed class LineFinder
{
    private const int MostWays = 60;
    private const int MostLinks = 5;
    private const int MostWordsOfSet = 40;

    private readonly CheckedScript _script;
    private readonly WordSets _sets;
    private readonly TypedWords _typed;
    private readonly ILookup<KeywordSyntax, LinkTo> _links;
    private readonly IReadOnlyList<PatternOfClause> _quits;
    private readonly Dictionary<DecompositionSyntax, PatternOfClause?> _patterns = new(ReferenceEqualityComparer.Instance);
    private readonly CancellationToken _cancellation;
    private int _stepsLeft = 500_000; // for all searches of a script: about two seconds

    public LineFinder(CheckedScript script, CancellationToken cancellation)
    {
        _script = script;
        _cancellation = cancellation;
        _sets = new(script);
        _typed = new(script);
        _links = script.Syntax.Keywords.Where(keyword => !(script.IsList && script.IsFallback(keyword))).SelectMany(LinksOf)
            .ToLookup(one => one.To, one => one.Link, (IEqualityComparer<KeywordSyntax>)ReferenceEqualityComparer.Instance);
        _quits = [.. script.Syntax.Quits.Select(quit => Pattern(quit.Words.Select(word => new LiteralSyntax(word.Text, word.Place)))).OfType<PatternOfClause>()];
    }

    /// <summary>The words of lines that should reach a decomposition, the most natural ones first.</summary>
    public IEnumerable<IReadOnlyList<string>> Lines(KeywordSyntax keyword, DecompositionSyntax decomposition)
    {
        var earlier = Earlier(keyword, decomposition);
        return Lines(keyword, [Filled(decomposition), decomposition.Pattern], earlier);
    }

    /// <summary>The words of lines that should store a memory with a rule of <c>MEMORY</c>. The last word of a line chooses the rule.</summary>
    public IEnumerable<IReadOnlyList<string>> Lines(MemoryRuleSyntax rule)
    {
        var last = rule.Pattern[^1];
        var before = rule.Pattern.Take(rule.Pattern.Count - 1);
        var words = _sets.Of(last) is { } set ? set.Take(MostWordsOfSet) : _typed.Fillers.Select(filler => filler.Text);
        var patterns = words.Select(word => (last is AnyWordsSyntax ? before.Append(last) : before).Append(new LiteralSyntax(word, last.Place)).ToEquatableArray());
        return Lines(_script.Keyword(_script.Syntax.Memory!.Keyword.Text)!, [.. patterns], []);
    }

    /// <summary>The words that lines of this script can have.</summary>
    public IReadOnlyList<string> Vocabulary() =>
    [
        .. _script.Syntax.Keywords.SelectMany(_typed.Bringing)
            .Concat(_script.Syntax.Keywords.SelectMany(keyword => keyword.Decompositions).Select(Pattern).OfType<PatternOfClause>().SelectMany(Words))
            .Concat(_typed.Fillers.Take(2)).Select(word => word.Text).Distinct(),
    ];

    private IEnumerable<IReadOnlyList<string>> Lines(KeywordSyntax keyword, IReadOnlyList<EquatableArray<ElementSyntax>> patterns, IReadOnlyList<PatternOfClause> earlier)
    {
        foreach (var yields in (bool[])[false, true])
        {
            foreach (var pattern in patterns.Distinct().Select(one => PatternOfClause.Of(one, _sets)).OfType<PatternOfClause>())
            {
                foreach (var way in Ways(new(keyword, [pattern], earlier, 0)))
                {
                    if (Search(way, yields) is { } words)
                        yield return Texts(words);
                }
            }
        }
    }

    /// <summary>A way, and the longer ways that lead to it by links. Shorter ways come first.</summary>
    private IEnumerable<Way> Ways(Way start)
    {
        Queue<Way> open = new([start]);
        for (var count = 0; count < MostWays && open.TryDequeue(out var way); count++)
        {
            yield return way;
            if (way.Links == MostLinks)
                continue;
            foreach (var link in _links[way.First].Take(MostWays))
            {
                if (Over(link, way) is { } longer)
                    open.Enqueue(longer);
            }
        }
    }

    private Way? Over(LinkTo link, Way way)
    {
        var others = Earlier(link.From, link.Decomposition);
        if (link.Decomposition is null)
            return new(link.From, way.Matching, [.. way.Others, .. others], way.Links + 1);
        if (link.Rewriting is null)
            return Pattern(link.Decomposition) is { } pattern ? new(link.From, [.. way.Matching, pattern], [.. way.Others, .. others], way.Links + 1) : null;
        return Unwritten(link.Decomposition, link.Rewriting, way) is { } before ? new(link.From, [before], others, way.Links + 1) : null;
    }

    /// <summary>The pattern that a clause must match before a PRE, so that it matches the patterns of a way after the PRE.</summary>
    private PatternOfClause? Unwritten(DecompositionSyntax decomposition, PreSyntax pre, Way way)
    {
        var written = pre.Parts.Select(part => part is ComponentPartSyntax component ? decomposition.Pattern[component.Element] : new LiteralSyntax(((LiteralPartSyntax)part).Text, part.Place)).ToEquatableArray();
        if (PatternOfClause.Of(written, _sets) is not { } pattern)
            return null;
        List<PatternOfClause> matching = [.. way.Matching, pattern];
        var words = matching.SelectMany(one => one.Sets).SelectMany(set => set.Take(MostWordsOfSet)).Distinct().Select(TypedWord.InClause).Prepend(_typed.Fillers[0]);
        if (new ClauseSearch(matching, way.Others).Shortest(words, (_, _) => 0, 0, ref _stepsLeft, _cancellation) is not { } clause || Cut(written, 0, [.. clause.SelectMany(word => word.Words)], 0) is not { } ends)
            return null;
        var texts = clause.SelectMany(word => word.Words).ToList();
        Dictionary<int, List<string>> components = [];
        for (var i = 0; i < written.Count; i++)
        {
            if (pre.Parts[i] is ComponentPartSyntax component)
                components.TryAdd(component.Element, texts[(i == 0 ? 0 : ends[i - 1])..ends[i]]);
        }
        return Pattern(decomposition.Pattern.SelectMany((element, index) => components.TryGetValue(index, out var of) ? of.Select(ElementSyntax (word) => new LiteralSyntax(word, element.Place)) : [element]));
    }

    /// <summary>The end of each element of a pattern in words that it matches, with runs as short as possible; null if it does not match.</summary>
    private List<int>? Cut(EquatableArray<ElementSyntax> pattern, int element, List<string> words, int position)
    {
        if (element == pattern.Count)
            return position == words.Count ? [] : null;
        var (least, most) = pattern[element] switch
        {
            AnyWordsSyntax => (0, words.Count - position),
            ExactWordsSyntax exact => (exact.Count, exact.Count),
            _ => (1, 1),
        };
        for (var length = least; length <= most && position + length <= words.Count; length++)
        {
            if ((_sets.Of(pattern[element])?.Contains(words[position]) ?? true) && Cut(pattern, element + 1, words, position + length) is { } ends)
                return [position + length, .. ends];
        }
        return null;
    }

    /// <summary>A clause for a way, or null.</summary>
    /// <param name="way">The way.</param>
    /// <param name="yields">Whether other keywords in the patterns may be tried first, if they do not answer.</param>
    private IReadOnlyList<TypedWord>? Search(Way way, bool yields)
    {
        var isFallback = _script.IsFallback(way.First);
        var bringing = _typed.Bringing(way.First).Take(MostWordsOfSet).ToList();
        if (!isFallback && bringing.Count == 0)
            return null;
        List<TypedWord> words = [_typed.Fillers[0], .. way.Matching.SelectMany(Words), .. bringing];
        HashSet<KeywordSyntax> yielding = yields ? new(words.SelectMany(word => word.Keywords).Where(keyword => keyword != (object)way.First), ReferenceEqualityComparer.Instance) : [];
        if (yields && yielding.Count == 0)
            return null;
        var others = way.Others.Concat(_quits).Concat(yielding.SelectMany(keyword => keyword.Decompositions).Where(Answers).Select(Pattern).OfType<PatternOfClause>());
        return new ClauseSearch(way.Matching, [.. others]).Shortest(words, (phase, word) => Phase(phase, word), isFallback ? 0 : 1, ref _stepsLeft, _cancellation);

        int? Phase(int phase, TypedWord word)
        {
            foreach (var keyword in word.Keywords)
            {
                if (keyword == (object)way.First)
                    phase = 1;
                else if (!yielding.Contains(keyword) && (isFallback || IsBefore(keyword, way.First, hasCome: phase == 1)))
                    return null;
            }
            return phase;
        }
    }

    /// <summary>Whether a keyword of a clause is tried before another keyword, which has come already or not. In the list language only a rank above 0 and above all earlier ranks moves a keyword to the front.</summary>
    private bool IsBefore(KeywordSyntax keyword, KeywordSyntax first, bool hasCome) => hasCome
        ? keyword.Rank > (_script.IsList ? Math.Max(0, first.Rank) : first.Rank)
        : keyword.Rank >= first.Rank || (_script.IsList && first.Rank <= 0);

    /// <summary>The words that a user can type to get the words of a pattern.</summary>
    private IEnumerable<TypedWord> Words(PatternOfClause pattern) => pattern.Sets.SelectMany(set => set.SelectMany(_typed.Making).Take(MostWordsOfSet));

    private IReadOnlyList<PatternOfClause> Earlier(KeywordSyntax keyword, DecompositionSyntax? decomposition) =>
        [.. keyword.Decompositions.TakeWhile(one => one != (object?)decomposition).Where(one => !one.IsMemory).Select(Pattern).OfType<PatternOfClause>()];

    private static bool Answers(DecompositionSyntax decomposition) => !decomposition.IsMemory && !decomposition.Reassemblies.Any(one => one is NewKeySyntax);

    private static IEnumerable<(KeywordSyntax To, LinkTo Link)> Of(KeywordSyntax? to, LinkTo link) => to is null ? [] : [(to, link)];

    private IEnumerable<(KeywordSyntax To, LinkTo Link)> LinksOf(KeywordSyntax keyword) => keyword.Decompositions.Where(one => !one.IsMemory)
        .SelectMany(decomposition => decomposition.Reassemblies.SelectMany(one => one.Target() is { } target ? Of(_script.Keyword(target.Text), new(keyword, decomposition, one as PreSyntax)) : []))
        .Concat(keyword.Link is { } link ? Of(_script.Keyword(link.Text), new(keyword, null, null)) : []);

    /// <summary>The pattern with at least one word in each run that a reply repeats, because such a reply reads better.</summary>
    private static EquatableArray<ElementSyntax> Filled(DecompositionSyntax decomposition)
    {
        HashSet<int> used = [.. decomposition.Reassemblies.SelectMany(ScriptView.Parts).OfType<ComponentPartSyntax>().Select(part => part.Element)];
        return decomposition.Pattern.SelectMany((element, index) => element is AnyWordsSyntax && used.Contains(index) ? [new ExactWordsSyntax(1, element.Place), element] : new[] { element }).ToEquatableArray();
    }

    private PatternOfClause? Pattern(IEnumerable<ElementSyntax> elements) => PatternOfClause.Of(elements.ToEquatableArray(), _sets);

    private PatternOfClause? Pattern(DecompositionSyntax decomposition)
    {
        if (!_patterns.TryGetValue(decomposition, out var pattern))
            _patterns.Add(decomposition, pattern = PatternOfClause.Of(decomposition.Pattern, _sets));
        return pattern;
    }

    /// <summary>The words as the user types them. Each filler is another word.</summary>
    private string[] Texts(IReadOnlyList<TypedWord> words)
    {
        var fillers = 0;
        return [.. words.Select(word => word.IsFiller ? _typed.Fillers[fillers++ % _typed.Fillers.Count].Text : word.Text)];
    }
}
