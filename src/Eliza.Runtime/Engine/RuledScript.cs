using System.Runtime.CompilerServices;

namespace Eliza.Runtime.Engine;

/// <summary>What scripts of both languages share: matching, rounds of reassemblies, and the bound on a reply.</summary>
public abstract class RuledScript<TRules> : Script
    where TRules : struct, IRules
{
    private protected RuledScript(string name, string greeting, string farewell)
        : base(name, greeting, farewell)
    {
    }

    private protected abstract int MemoryCapacity { get; }

    /// <inheritdoc/>
    public sealed override Conversation Start() => new(this, TRules.Rounds.Length - 1, TRules.MaximumCuts, MemoryCapacity);

    /// <summary>The decomposition of a keyword that matches the words, or -1; false if the reply has cost too much.</summary>
    private protected static bool TryMatch(Turn turn, int keyword, ref Budget budget, out int decomposition)
    {
        if (turn.Findings.TryGet(keyword, out decomposition)) return budget.TrySpend(1);
        if (!budget.TrySpend(1 + turn.Words.Length)) return false;

        decomposition = TRules.Decompose(keyword, turn);
        turn.Findings.Add(keyword, decomposition, TRules.KeywordCount);
        return true;
    }

    /// <summary>The reassembly of a decomposition whose turn it is, and what it does; the next use gives the next.</summary>
    private protected static (int Reassembly, int Outcome) Choose<TTrace>(Conversation conversation, int decomposition, TTrace trace)
        where TTrace : ITrace
    {
        var first = TRules.Rounds[decomposition];
        var count = TRules.Rounds[decomposition + 1] - first;
        ref var round = ref conversation.Rounds[decomposition];
        var reassembly = first + round;
        trace.Chose(decomposition, round);
        round = round + 1 == count ? 0 : round + 1;
        return (reassembly, TRules.Outcomes[reassembly]);
    }

    /// <summary>Writes a reassembly to the reply.</summary>
    private protected static void Reassemble(Turn turn, int keyword, int decomposition, int reassembly)
    {
        RestoreCuts(turn, keyword, decomposition);
        TRules.Reassemble(reassembly, turn);
        turn.TrimEnd();
    }

    /// <summary>Makes the cuts of a keyword's decomposition again where another's have taken their place.</summary>
    private protected static void RestoreCuts(Turn turn, int keyword, int decomposition)
    {
        if (turn.Findings.CutFor == decomposition) return;
        _ = TRules.Decompose(keyword, turn);
        turn.Findings.CutFor = decomposition;
    }

    /// <summary>Tells a trace, if there is one, that a keyword was tried, with the cuts in place that it shows.</summary>
    private protected static void Tell<TTrace>(TTrace trace, Turn turn, int keyword, int after, int decomposition)
        where TTrace : ITrace
    {
        if (typeof(TTrace) == typeof(NoTrace)) return;
        if (decomposition >= 0) RestoreCuts(turn, keyword, decomposition);
        trace.Tried(keyword, after, decomposition, turn);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected static bool IsKeyword(int word) => (uint)(word - 1) < (uint)TRules.KeywordCount;

    internal sealed override void Shuffle(int[] rounds, long seed)
    {
        for (var decomposition = 0; decomposition < rounds.Length; decomposition++)
        {
            var count = TRules.Rounds[decomposition + 1] - TRules.Rounds[decomposition];
            rounds[decomposition] = (int)(Mix((ulong)seed + (ulong)decomposition) % (ulong)count);
        }
    }

    /// <summary>Spreads neighbouring numbers over the whole range: the finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value + 1) * 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
