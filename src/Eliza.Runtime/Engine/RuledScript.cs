using System.ComponentModel;
using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Engine;

/// <summary>The common part of scripts in both languages: matching, choosing reassemblies, and the limit of a reply.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RuledScript<TRules> : Script
    where TRules : struct, IRules
{
    private protected RuledScript(string name, string[] greetings, string[] farewells)
        : base(name, greetings, farewells)
    {
    }

    private protected abstract int MemoryCapacity { get; }

    /// <inheritdoc/>
    public sealed override Conversation Start() => new(this, TRules.FirstReassemblies.Length - 1, TRules.MaximumCuts, MemoryCapacity);

    internal sealed override ulong Fingerprint => TRules.Fingerprint;

    private protected sealed override string? Fault(ConversationState state)
    {
        if (state.Script != TRules.Fingerprint) return "its script is another, or was changed";
        if (state.Turns < 0) return "its turns are fewer than none";
        if (state.Store is < 0 or > Budget.Store) return "its store of steps is none";
        if (state.NextReassemblies.IsDefault || state.NextReassemblies.Length != TRules.FirstReassemblies.Length - 1) return "its next reassemblies are not those of the script";
        for (var decomposition = 0; decomposition < state.NextReassemblies.Length; decomposition++)
        {
            if ((uint)state.NextReassemblies[decomposition] >= (uint)(TRules.FirstReassemblies[decomposition + 1] - TRules.FirstReassemblies[decomposition])) return "a next reassembly goes beyond those of its decomposition";
        }

        if (state.Memories.IsDefault || state.Memories.Length > MemoryCapacity) return "it has no memories, or too many";
        long characters = 0;
        foreach (var memory in state.Memories)
        {
            if (memory is null || !IsWellFormed(memory)) return "a memory is no text";
            characters += memory.Length;
        }

        return characters > MemoryQueue.MaximumCharacters ? "its memories are too long" : null;
    }

    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[++index])) return false;
        }

        return true;
    }

    /// <summary>Finds the decomposition of a keyword that matches the words, or -1. The result is false if the reply has cost too much.</summary>
    private protected static bool TryMatch(Turn turn, int keyword, out int decomposition)
    {
        var matches = turn.Matches;
        decomposition = -1;
        if (!turn.Budget.TrySpend(matches.LastTried == keyword ? Budget.Try : CostOf(turn, keyword))) return false;

        matches.LastTried = keyword;
        if (matches.TryGet(keyword, out decomposition)) return true;

        decomposition = TRules.Decompose(keyword, turn);
        matches.Add(keyword, decomposition, TRules.KeywordCount);
        return true;
    }

    /// <summary>The steps of trying a keyword on the words.</summary>
    private protected static long CostOf(Turn turn, int keyword)
    {
        var costs = TRules.Costs;
        return Budget.Try + costs[2 * keyword] + ((long)turn.Words.Length * costs[(2 * keyword) + 1]);
    }

    /// <summary>The budget of the line, with the remaining steps of the conversation.</summary>
    private protected static Budget BudgetFor(Conversation conversation, int line) => new(line, TRules.Costs[0] + TRules.Costs[1], conversation.Store);

    /// <summary>Chooses the next reassembly of a decomposition, and moves on to the one after it.</summary>
    private protected static (int Reassembly, ReassemblyKind Kind) Choose<TTrace>(Conversation conversation, int decomposition, TTrace trace)
        where TTrace : ITrace
    {
        var first = TRules.FirstReassemblies[decomposition];
        var count = TRules.FirstReassemblies[decomposition + 1] - first;
        ref var next = ref conversation.NextReassemblies[decomposition];
        var reassembly = first + next;
        trace.Chose(decomposition, next);
        next = next + 1 == count ? 0 : next + 1;
        return (reassembly, TRules.ReassemblyKinds[reassembly]);
    }

    /// <summary>Writes a reassembly to the reply.</summary>
    private protected static void Reassemble(Turn turn, int keyword, int decomposition, int reassembly)
    {
        RestoreCuts(turn, keyword, decomposition);
        TRules.Reassemble(reassembly, turn);
    }

    /// <summary>Makes the cuts of a keyword's decomposition again if another decomposition has replaced them.</summary>
    private protected static void RestoreCuts(Turn turn, int keyword, int decomposition)
    {
        if (turn.Matches.CutFor == decomposition) return;
        _ = TRules.Decompose(keyword, turn);
        turn.Matches.CutFor = decomposition;
    }

    /// <summary>Reports to a trace that a keyword was tried. Before that it makes the cuts that the trace shows.</summary>
    private protected static void TraceTried<TTrace>(TTrace trace, Turn turn, int keyword, int after, int decomposition)
        where TTrace : ITrace
    {
        if (typeof(TTrace) == typeof(NoTrace)) return;
        if (decomposition >= 0) RestoreCuts(turn, keyword, decomposition);
        trace.Tried(keyword, after, decomposition, new TracedClause(turn));
    }

    internal sealed override void Shuffle(int[] nextReassemblies, long seed)
    {
        for (var decomposition = 0; decomposition < nextReassemblies.Length; decomposition++)
        {
            var count = TRules.FirstReassemblies[decomposition + 1] - TRules.FirstReassemblies[decomposition];
            nextReassemblies[decomposition] = (int)(Mix((ulong)seed + (ulong)decomposition) % (ulong)count);
        }
    }

    /// <summary>Spreads neighbouring numbers over the whole range, with the last step of SplitMix64.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value + 1) * 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
