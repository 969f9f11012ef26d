using Eliza.Runtime.Engine;

namespace Eliza.Runtime.Tracing;

/// <summary>The clause that is being answered, to be read only. It is valid until the trace is told of the next clause or the next line.</summary>
public readonly struct TracedClause
{
    private readonly Turn? _turn;

    internal TracedClause(Turn turn) => _turn = turn;

    /// <summary>The numbers of the clause's words in the script; 0 for a word that the script does not know.</summary>
    public ReadOnlySpan<int> Words => _turn is null ? default : _turn.Words;

    /// <summary>Where the decomposition that matched cuts the clause: for each run of words but the last, the index of the word after it.</summary>
    public ReadOnlySpan<int> Cuts => _turn is null ? default : _turn.Cuts;

    /// <summary>A word of the clause as a reply shows it.</summary>
    /// <param name="index">Its place in <see cref="Words"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clause has no such word.</exception>
    public ReadOnlySpan<char> TextOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Words.Length);
        return _turn!.TextOf(index);
    }
}
