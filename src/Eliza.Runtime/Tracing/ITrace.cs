namespace Eliza.Runtime.Tracing;

/// <summary>Receives the steps by which a reply is made. An implementation needs only the methods that it makes use of: the others do nothing.</summary>
public interface ITrace
{
    /// <summary>The next clause is about to be read.</summary>
    void Reading()
    {
    }

    /// <summary>A word of the line is replaced in the clause.</summary>
    void Rewriting(int word, ReadOnlySpan<char> typed)
    {
    }

    /// <summary>A clause was read. The list language drops a clause without keywords.</summary>
    void Clause(TracedClause clause)
    {
    }

    /// <summary>A keyword of the clause was queued: behind the earlier ones, or before them if its rank is higher than all theirs.</summary>
    void Queued(int keyword)
    {
    }

    /// <summary>A keyword was tried.</summary>
    /// <param name="keyword">Its number.</param>
    /// <param name="after">The decomposition behind which the search went on, because it stored a memory; -1 if it began with the keyword's first.</param>
    /// <param name="decomposition">The decomposition that matched, or -1.</param>
    /// <param name="clause">The clause, with the cuts of that decomposition.</param>
    void Tried(int keyword, int after, int decomposition, TracedClause clause)
    {
    }

    /// <summary>No decomposition of a keyword matched, and its rule links to another.</summary>
    void Linked(int keyword)
    {
    }

    /// <summary>A reassembly was chosen.</summary>
    void Chose(int decomposition, int reassembly)
    {
    }

    /// <summary>A memory was stored.</summary>
    /// <param name="memory">Its text.</param>
    /// <param name="memoryRule">Which of the four rules of <c>MEMORY</c> made it, from 0; -1 if it was the reassembly told before.</param>
    void Stored(ReadOnlySpan<char> memory, int memoryRule)
    {
    }

    /// <summary>The reply did not come from a keyword of the line.</summary>
    void FellBack(Fallback fallback)
    {
    }
}
