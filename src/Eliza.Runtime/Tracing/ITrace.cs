namespace Eliza.Runtime.Tracing;

/// <summary>Receives the steps in which a reply is made. An implementation needs only the methods that it uses; the others do nothing.</summary>
public interface ITrace
{
    /// <summary>The next clause will be read.</summary>
    void Reading()
    {
    }

    /// <summary>A word of the line was replaced in the clause.</summary>
    void Rewriting(int word, ReadOnlySpan<char> typed)
    {
    }

    /// <summary>A clause was read. The list language drops a clause without keywords.</summary>
    void Clause(TracedClause clause)
    {
    }

    /// <summary>A keyword of the clause was put on the stack: to the back, or to the front if its rank is higher than all before it.</summary>
    void Queued(int keyword)
    {
    }

    /// <summary>A keyword was tried.</summary>
    /// <param name="keyword">Its number.</param>
    /// <param name="after">The decomposition after which the search continued because it stored a memory, or -1 for a search from the beginning.</param>
    /// <param name="decomposition">The decomposition that matched, or -1.</param>
    /// <param name="clause">The clause, with the cuts of that decomposition.</param>
    void Tried(int keyword, int after, int decomposition, TracedClause clause)
    {
    }

    /// <summary>No decomposition of a keyword matched, and the keyword links to another rule.</summary>
    void Linked(int keyword)
    {
    }

    /// <summary>A reassembly was chosen.</summary>
    void Chose(int decomposition, int reassembly)
    {
    }

    /// <summary>A memory was stored.</summary>
    /// <param name="memory">Its text.</param>
    /// <param name="memoryRule">The number of the rule of <c>MEMORY</c> that made it, from 0; -1 if the last chosen reassembly made it.</param>
    void Stored(ReadOnlySpan<char> memory, int memoryRule)
    {
    }

    /// <summary>The reply did not come from a keyword of the line.</summary>
    void FellBack(Fallback fallback)
    {
    }
}
