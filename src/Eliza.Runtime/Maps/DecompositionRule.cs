using System.Collections.Immutable;
using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Maps;

/// <summary>A decomposition, or one of the four rules of <c>MEMORY</c>.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Quote">Its text in the script.</param>
/// <param name="Number">Its number in <see cref="ITrace"/>.</param>
/// <param name="StoresMemory">Whether its replies become memories.</param>
/// <param name="Elements">Its elements.</param>
public sealed record DecompositionRule(int Line, string Quote, int Number, bool StoresMemory, ImmutableArray<PatternElement> Elements) : Rule(Line, Quote)
{
    /// <summary>Its reassemblies in order.</summary>
    public IReadOnlyList<ReassemblyRule> Reassemblies => OwnReassemblies;

    internal List<ReassemblyRule> OwnReassemblies { get; } = [];

    /// <summary>For each element, the words of the clause that it matched: the first word, and the word after the last.</summary>
    /// <param name="clause">A clause that this decomposition has just matched.</param>
    public (int From, int To)[] Places(TracedClause clause)
    {
        var places = new (int From, int To)[Elements.Length];
        var lastRun = Elements.Length - 1;
        var tail = 0;
        while (lastRun >= 0 && !Elements[lastRun].IsRun) tail += Elements[lastRun--].Words;

        var (position, cut) = (0, 0);
        for (var index = 0; index < places.Length; index++)
        {
            var end = !Elements[index].IsRun ? position + Elements[index].Words
                : index == lastRun ? clause.Words.Length - tail
                : clause.Cuts[cut++];
            places[index] = (position, end);
            position = end;
        }

        return places;
    }
}
