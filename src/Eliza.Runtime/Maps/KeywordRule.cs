using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Maps;

/// <summary>A keyword.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Number">Its number, as <see cref="ITrace"/> tells it.</param>
/// <param name="Word">The keyword itself.</param>
/// <param name="Rank">Its rank; higher goes first.</param>
public sealed record KeywordRule(int Line, string Quote, int Number, string Word, int Rank) : Rule(Line, Quote)
{
    /// <summary>Where it links to if none of its decompositions matches, or null.</summary>
    public Rule? Link { get; internal set; }

    /// <summary>Its decompositions, in the order they are tried.</summary>
    public IReadOnlyList<DecompositionRule> Decompositions => OwnDecompositions;

    internal List<DecompositionRule> OwnDecompositions { get; } = [];
}
