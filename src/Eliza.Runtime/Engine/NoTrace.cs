using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Engine;

/// <summary>
/// A trace that does nothing. The engine is compiled separately for it, so that a reply without a trace costs nothing more. It has all
/// methods itself, because the runtime boxes a struct to call a method that only its interface implements.
/// </summary>
internal readonly struct NoTrace : ITrace
{
    public void Reading()
    {
    }

    public void Rewriting(int word, ReadOnlySpan<char> typed)
    {
    }

    public void Clause(TracedClause clause)
    {
    }

    public void Queued(int keyword)
    {
    }

    public void Tried(int keyword, int after, int decomposition, TracedClause clause)
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
