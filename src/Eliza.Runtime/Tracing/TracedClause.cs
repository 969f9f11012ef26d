using Eliza.Runtime.Engine;

namespace Eliza.Runtime.Tracing;

/// <summary>The current clause, for reading only. It is valid until the trace receives the next clause or the next line.</summary>
public readonly struct TracedClause
{
    private readonly Turn? _turn;

    internal TracedClause(Turn turn) => _turn = turn;

    /// <summary>The numbers of the clause's words in the script; 0 for a word that the script does not know.</summary>
    public ReadOnlySpan<int> Words => _turn is null ? default : _turn.Words;

    /// <summary>The cuts of the matching decomposition: for each run of words but the last, the index of the word after it.</summary>
    public ReadOnlySpan<int> Cuts => _turn is null ? default : _turn.Cuts;

    /// <summary>A word of the clause in its form for replies.</summary>
    /// <param name="index">Its index in <see cref="Words"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clause has no such word.</exception>
    public ReadOnlySpan<char> TextOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Words.Length);
        return _turn!.TextOf(index);
    }
}
