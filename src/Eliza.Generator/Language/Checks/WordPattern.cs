namespace Eliza.Generator.Language.Checks;

/// <summary>
/// A pattern as steps over words. It can tell exactly whether other patterns match everything that this one matches. For that it
/// follows the steps of all patterns at the same time (the subset construction), with one bit for each position in a pattern.
/// </summary>
internal sealed class WordPattern
{
    private const int Bits = 64;
    private const int MostStates = 4096;

    private readonly List<Step> steps = [];

    private WordPattern()
    {
    }

    /// <summary>A step: one word of a set, any one word if the set is null, or any run of words.</summary>
    private readonly record struct Step(bool IsRun, HashSet<string>? Words)
    {
        public bool Takes(string? word) => Words is null || (word is not null && Words.Contains(word));
    }

    /// <summary>The steps of a pattern; null if there are too many to compare.</summary>
    public static WordPattern? Of(EquatableArray<ElementSyntax> elements, WordSets sets)
    {
        var pattern = new WordPattern();
        foreach (var element in elements)
        {
            var count = element is ExactWordsSyntax exact ? exact.Count : 1;
            if (count >= Bits - pattern.steps.Count) return null;
            for (var i = 0; i < count; i++) pattern.steps.Add(new(element is AnyWordsSyntax, sets.Of(element)));
        }

        return pattern;
    }

    /// <summary>Whether others match every sequence of words that this pattern matches. Also false if the search takes too long.</summary>
    public bool IsCoveredBy(IReadOnlyList<WordPattern> others) =>
        others.Sum(other => other.steps.Count + 1) <= Bits
        && others.Any(other => other.Matches(Shortest()))
        && new Comparison(this, others).Holds();

    /// <summary>A sequence of words that this pattern matches. Null stands for a word that no pattern names.</summary>
    private List<string?> Shortest() => [.. steps.Where(step => !step.IsRun).Select(step => step.Words?.First())];

    private bool Matches(List<string?> words)
    {
        var positions = new Positions([this]);
        var reached = words.Aggregate(positions.Start, (from, word) => positions.After(from, positions.Taking(word)));
        return (reached & positions.Ends) != 0;
    }

    /// <summary>The positions of several patterns. Each position is a bit of one number.</summary>
    internal sealed class Positions
    {
        private readonly List<(Step Step, ulong Bit)> layout = [];
        private readonly ulong runs;

        public Positions(IEnumerable<WordPattern> patterns)
        {
            var bit = 1UL;
            foreach (var pattern in patterns)
            {
                Start |= bit;
                foreach (var step in pattern.steps)
                {
                    layout.Add((step, bit));
                    if (step.IsRun) runs |= bit;
                    bit <<= 1;
                }

                Ends |= bit;
                bit <<= 1;
            }

            Start = Skip(Start);
        }

        public ulong Start { get; }

        public ulong Ends { get; }

        /// <summary>The positions that accept a word, without those of runs.</summary>
        public ulong Taking(string? word)
        {
            var taking = 0UL;
            foreach (var (step, bit) in layout)
            {
                if (!step.IsRun && step.Takes(word)) taking |= bit;
            }

            return taking;
        }

        /// <summary>The positions after a word was accepted.</summary>
        public ulong After(ulong from, ulong taking) => Skip((from & runs) | ((from & taking) << 1));

        /// <summary>Adds the positions after each run, because a run may end at any time.</summary>
        private ulong Skip(ulong positions)
        {
            for (ulong more; (more = (positions & runs) << 1 & ~positions) != 0;) positions |= more;
            return positions;
        }
    }

    /// <summary>Searches for a sequence of words that one pattern matches and the others do not.</summary>
    private sealed class Comparison
    {
        private readonly Positions covered;
        private readonly Positions covering;
        private readonly List<(ulong Covered, ulong Covering)> letters = [];

        public Comparison(WordPattern pattern, IReadOnlyList<WordPattern> others)
        {
            covered = new([pattern]);
            covering = new(others);

            // Words that the same steps accept count as one word. Null is a word that no pattern names.
            var words = others.Append(pattern).SelectMany(p => p.steps).SelectMany(step => step.Words ?? []).Distinct();
            HashSet<(ulong, ulong)> seen = [];
            foreach (var word in words.Append(null))
            {
                var letter = (covered.Taking(word), covering.Taking(word));
                if (seen.Add(letter)) letters.Add(letter);
            }
        }

        public bool Holds()
        {
            HashSet<(ulong Covered, ulong Covering)> seen = [];
            Stack<(ulong Covered, ulong Covering)> open = new();
            open.Push((covered.Start, covering.Start));
            while (open.Count > 0)
            {
                var state = open.Pop();
                if (!seen.Add(state)) continue;
                var isEnd = (state.Covered & covered.Ends) != 0;
                if ((isEnd && (state.Covering & covering.Ends) == 0) || seen.Count > MostStates) return false;
                foreach (var letter in letters)
                {
                    var next = covered.After(state.Covered, letter.Covered);
                    if (next != 0) open.Push((next, covering.After(state.Covering, letter.Covering)));
                }
            }

            return true;
        }
    }
}
