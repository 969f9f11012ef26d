using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Maps;

/// <summary>A keyword.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Quote">Its text in the script.</param>
/// <param name="Number">Its number in <see cref="ITrace"/>.</param>
/// <param name="Word">The keyword itself.</param>
/// <param name="Rank">Its rank. A keyword with a higher rank is tried first.</param>
public sealed record KeywordRule(int Line, string Quote, int Number, string Word, int Rank) : Rule(Line, Quote)
{
    /// <summary>The rule to go to if none of its decompositions matches, or null.</summary>
    public Rule? Link { get; internal set; }

    /// <summary>Its decompositions in the order in which they are tried.</summary>
    public IReadOnlyList<DecompositionRule> Decompositions => OwnDecompositions;

    internal List<DecompositionRule> OwnDecompositions { get; } = [];
}
