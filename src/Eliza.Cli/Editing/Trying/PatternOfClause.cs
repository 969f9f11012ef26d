using Eliza.Generator.Language;
using Eliza.Generator.Language.Checks;

namespace Eliza.Cli.Editing.Trying;

/// <summary>A pattern that a clause must match or must not match.</summary>
internal sealed class PatternOfClause
{
    private readonly WordPattern.Positions _positions;

    private PatternOfClause(WordPattern pattern, EquatableArray<ElementSyntax> elements, WordSets sets)
    {
        _positions = new([pattern]);
        Sets = [.. elements.Select(sets.Of).OfType<HashSet<string>>()];
    }

    /// <summary>For each element that matches certain words, these words.</summary>
    public IReadOnlyList<HashSet<string>> Sets { get; }

    /// <summary>The positions at the beginning of a clause.</summary>
    public ulong Start => _positions.Start;

    /// <summary>A pattern, or null if it has too many steps.</summary>
    public static PatternOfClause? Of(EquatableArray<ElementSyntax> elements, WordSets sets) =>
        WordPattern.Of(elements, sets) is { } pattern ? new(pattern, elements, sets) : null;

    /// <summary>The positions after more words. 0 if no clause with this beginning can match.</summary>
    public ulong After(ulong positions, IEnumerable<string> words) => words.Aggregate(positions, (from, word) => _positions.After(from, _positions.Taking(word)));

    /// <summary>Whether a clause that ends at these positions matches.</summary>
    public bool IsEnd(ulong positions) => (positions & _positions.Ends) != 0;
}
