using System.Collections.Immutable;
using Eliza.Runtime.Engine;

namespace Eliza.Runtime.Maps;

/// <summary>A rule of a script.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Quote">How the script writes it, white space and comments apart.</param>
public record Rule(int Line, string Quote);

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

/// <summary>A decomposition, or one of the four rules of <c>MEMORY</c>.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Number">Its number, as <see cref="ITrace"/> tells it.</param>
/// <param name="StoresMemory">Whether its replies become memories.</param>
/// <param name="Elements">What it is made of.</param>
public sealed record DecompositionRule(int Line, string Quote, int Number, bool StoresMemory, ImmutableArray<PatternElement> Elements) : Rule(Line, Quote)
{
    /// <summary>Its reassemblies, in the order of their turns.</summary>
    public IReadOnlyList<ReassemblyRule> Reassemblies => OwnReassemblies;

    internal List<ReassemblyRule> OwnReassemblies { get; } = [];

    /// <summary>For each element the words of the clause that it matched: the first, and the one behind the last.</summary>
    /// <param name="turn">A turn in which this decomposition has just matched.</param>
    public (int From, int To)[] Places(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var places = new (int From, int To)[Elements.Length];
        var lastRun = Elements.Length - 1;
        var tail = 0;
        while (lastRun >= 0 && !Elements[lastRun].IsRun) tail += Elements[lastRun--].Words;

        var (position, cut) = (0, 0);
        for (var index = 0; index < places.Length; index++)
        {
            var end = !Elements[index].IsRun ? position + Elements[index].Words
                : index == lastRun ? turn.Words.Length - tail
                : turn.Cuts[cut++];
            places[index] = (position, end);
            position = end;
        }

        return places;
    }
}

/// <summary>An element of a decomposition.</summary>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Words">How many words it matches; 0 for any run of words.</param>
/// <param name="IsComponent">Whether reassemblies can refer to it: in the line language not to a literal word.</param>
public readonly record struct PatternElement(string Quote, int Words, bool IsComponent)
{
    /// <summary>Whether it matches any run of words, also none.</summary>
    public bool IsRun => Words == 0;
}

/// <summary>A reassembly.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Components">The elements of the decomposition that it refers to, from 0.</param>
public sealed record ReassemblyRule(int Line, string Quote, ReassemblyKind Kind, ImmutableArray<int> Components) : Rule(Line, Quote);

/// <summary>A replacement on the way into a reply.</summary>
/// <param name="Line">The line on which it stands.</param>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Replacement">What the word becomes.</param>
public sealed record ReflectionRule(int Line, string Quote, string Replacement) : Rule(Line, Quote);
