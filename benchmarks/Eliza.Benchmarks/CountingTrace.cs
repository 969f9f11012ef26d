using Eliza.Runtime.Tracing;

namespace Eliza.Benchmarks;

/// <summary>The cheapest trace: it only counts its calls.</summary>
internal sealed class CountingTrace : ITrace
{
    public int Events { get; private set; }

    public void Reading() => Events++;

    public void Rewriting(int word, ReadOnlySpan<char> typed) => Events++;

    public void Clause(TracedClause clause) => Events++;

    public void Queued(int keyword) => Events++;

    public void Tried(int keyword, int after, int decomposition, TracedClause clause) => Events++;

    public void Linked(int keyword) => Events++;

    public void Chose(int decomposition, int reassembly) => Events++;

    public void Stored(ReadOnlySpan<char> memory, int memoryRule) => Events++;

    public void FellBack(Fallback fallback) => Events++;
}
