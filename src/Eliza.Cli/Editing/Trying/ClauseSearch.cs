using Eliza.Generator.Language;

namespace Eliza.Cli.Editing.Trying;

/// <summary>
/// Searches for the shortest clause that some patterns match and other patterns do not match. It follows the steps of all patterns at
/// once, as the check of reachability does.
/// </summary>
/// <param name="matching">The patterns that must match.</param>
/// <param name="others">The patterns that must not match.</param>
internal sealed class ClauseSearch(IReadOnlyList<PatternOfClause> matching, IReadOnlyList<PatternOfClause> others)
{
    private const int MostStates = 4096;

    /// <summary>The phase after a word, or null if the word must not come in that phase. A clause begins in phase 0.</summary>
    public delegate int? Order(int phase, TypedWord word);

    /// <summary>The words of the clause. Null if there is none, or if the search takes too many steps.</summary>
    /// <param name="words">The words to choose from. If two have the same effect, the first is taken.</param>
    /// <param name="order">Which words may come when.</param>
    /// <param name="end">The phase in which the clause may end.</param>
    /// <param name="left">The steps that are left for all searches of a script.</param>
    /// <param name="cancellation">Ends the search.</param>
    public IReadOnlyList<TypedWord>? Shortest(IEnumerable<TypedWord> words, Order order, int end, ref int left, CancellationToken cancellation)
    {
        var all = words.ToList();
        HashSet<string> possible = [.. all.SelectMany(word => word.Words)];
        PatternOfClause[] patterns = [.. matching, .. others.Where(other => other.Sets.All(set => set.Overlaps(possible)))];
        List<State> states = [new(patterns.Select(one => one.Start).ToEquatableArray(), 0, 0, -1, null)];
        PriorityQueue<int, (int, int)> open = new([(0, (0, 0))]);
        HashSet<(EquatableArray<ulong>, int)> seen = [];
        while (left > 0 && states.Count < MostStates && open.TryDequeue(out var at, out _))
        {
            left--;
            cancellation.ThrowIfCancellationRequested();
            var from = states[at];
            // A clause has at least one word, so the search may come back to the state at its beginning.
            if (from.Word is not null && !seen.Add((from.Positions, from.Phase)))
                continue;
            if (from.Word is not null && from.Phase == end && !patterns.Where((pattern, index) => pattern.IsEnd(from.Positions[index]) != index < matching.Count).Any())
                return Way(states, at);
            foreach (var word in all)
            {
                if (order(from.Phase, word) is not { } phase)
                    continue;
                var positions = patterns.Select((pattern, index) => pattern.After(from.Positions[index], word.Words)).ToEquatableArray();
                if (positions.Take(matching.Count).Contains(0UL) || seen.Contains((positions, phase)))
                    continue;
                var cost = from.Cost + CostOf(word);
                open.Enqueue(states.Count, (cost, states.Count));
                states.Add(new(positions, phase, cost, at, word));
            }
        }
        return null;
    }

    /// <summary>
    /// The cost of a word is mainly the number of words in the clause. A word that is replaced costs a little more, and a filler a
    /// little less, because such lines read better.
    /// </summary>
    private static int CostOf(TypedWord word) => (4 * word.Words.Count) + (word.IsFiller ? -1 : word.Words is [var only] && only == word.Text ? 0 : 1);

    private static List<TypedWord> Way(List<State> states, int end)
    {
        List<TypedWord> words = [];
        for (var at = end; states[at].Word is { } word; at = states[at].From)
            words.Add(word);
        words.Reverse();
        return words;
    }

    /// <summary>The beginning of a clause: the positions of the patterns after it, and the state and the word before.</summary>
    private sealed record State(EquatableArray<ulong> Positions, int Phase, int Cost, int From, TypedWord? Word);
}
