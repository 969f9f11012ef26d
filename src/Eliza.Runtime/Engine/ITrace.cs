namespace Eliza.Runtime.Engine;

/// <summary>
/// Is told how a reply comes about. The engine is compiled once with a trace that does nothing, of which nothing
/// is left, and once with a real one.
/// </summary>
public interface ITrace
{
    /// <summary>A word of the line is replaced in the clause.</summary>
    void Rewriting(int word, ReadOnlySpan<char> typed);

    /// <summary>A clause was read; its words are those of the turn.</summary>
    void Clause(Turn turn);

    /// <summary>A keyword of the clause waits to be tried, behind those that were told before unless it ranks higher than all.</summary>
    void Queued(int keyword);

    /// <summary>A keyword was tried; <paramref name="decomposition"/> is the one that matched, or -1.</summary>
    void Tried(int keyword, int decomposition, Turn turn);

    /// <summary>It was a reassembly's turn.</summary>
    void Chose(int decomposition, int reassembly);

    /// <summary>A memory was stored.</summary>
    void Stored(ReadOnlySpan<char> memory);

    /// <summary>The reply did not come from a keyword of the line.</summary>
    void FellBack(Fallback fallback);
}

/// <summary>Where a reply comes from that no keyword of the line gave.</summary>
public enum Fallback
{
    /// <summary>A memory was recalled.</summary>
    Memory,

    /// <summary>The rule <c>NONE</c> or <c>xnone</c> answered.</summary>
    None,

    /// <summary>A fixed reply: the keyword at hand had no decomposition that matches.</summary>
    NoMatch,

    /// <summary>A fixed reply: the user has left.</summary>
    Farewell,

    /// <summary>The reply had cost too much.</summary>
    Exhausted,
}

internal readonly struct NoTrace : ITrace
{
    public void Rewriting(int word, ReadOnlySpan<char> typed)
    {
    }

    public void Clause(Turn turn)
    {
    }

    public void Queued(int keyword)
    {
    }

    public void Tried(int keyword, int decomposition, Turn turn)
    {
    }

    public void Chose(int decomposition, int reassembly)
    {
    }

    public void Stored(ReadOnlySpan<char> memory)
    {
    }

    public void FellBack(Fallback fallback)
    {
    }
}
