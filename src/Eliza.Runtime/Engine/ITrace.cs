namespace Eliza.Runtime.Engine;

/// <summary>Receives how a reply is made. The engine is compiled twice: with a trace that does nothing and costs nothing, and with a real one.</summary>
public interface ITrace
{
    /// <summary>The next clause is about to be read.</summary>
    void Reading();

    /// <summary>A word of the line is replaced in the clause.</summary>
    void Rewriting(int word, ReadOnlySpan<char> typed);

    /// <summary>A clause was read; the turn has its words. The list language drops a clause without keywords.</summary>
    void Clause(Turn turn);

    /// <summary>A keyword of the clause was queued: behind the earlier ones, or before them if its rank is higher than all theirs.</summary>
    void Queued(int keyword);

    /// <summary>A keyword was tried.</summary>
    /// <param name="keyword">Its number.</param>
    /// <param name="after">The decomposition behind which the search went on, because it stored a memory; -1 if it began with the keyword's first.</param>
    /// <param name="decomposition">The decomposition that matched, or -1.</param>
    /// <param name="turn">Holds the words, and the cuts of that decomposition.</param>
    void Tried(int keyword, int after, int decomposition, Turn turn);

    /// <summary>No decomposition of a keyword matched, and its rule links to another.</summary>
    void Linked(int keyword);

    /// <summary>A reassembly was chosen.</summary>
    void Chose(int decomposition, int reassembly);

    /// <summary>A memory was stored.</summary>
    /// <param name="memory">Its text.</param>
    /// <param name="memoryRule">Which of the four rules of <c>MEMORY</c> made it, from 0; -1 if it was the reassembly told before.</param>
    void Stored(ReadOnlySpan<char> memory, int memoryRule);

    /// <summary>The reply did not come from a keyword of the line.</summary>
    void FellBack(Fallback fallback);
}

/// <summary>Where a reply comes from if no keyword of the line gave it.</summary>
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

    /// <summary>The reply cost too much.</summary>
    Exhausted,

    /// <summary>The user's own words, or in the line language a fixed reply: even the rule <c>NONE</c> or <c>xnone</c> had no text.</summary>
    LastResort,
}

internal readonly struct NoTrace : ITrace
{
    public void Reading()
    {
    }

    public void Rewriting(int word, ReadOnlySpan<char> typed)
    {
    }

    public void Clause(Turn turn)
    {
    }

    public void Queued(int keyword)
    {
    }

    public void Tried(int keyword, int after, int decomposition, Turn turn)
    {
    }

    public void Linked(int keyword)
    {
    }

    public void Chose(int decomposition, int reassembly)
    {
    }

    public void Stored(ReadOnlySpan<char> memory, int memoryRule)
    {
    }

    public void FellBack(Fallback fallback)
    {
    }
}
