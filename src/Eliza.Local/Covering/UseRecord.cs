using Eliza.Runtime.Engine;

namespace Eliza.Local.Covering;

/// <summary>Which rules of a script any reply has used.</summary>
internal sealed class UseRecord : ITrace
{
    private readonly HashSet<int> _keywords = [];
    private readonly HashSet<int> _decompositions = [];
    private readonly HashSet<(int Decomposition, int Reassembly)> _reassemblies = [];
    private readonly HashSet<int> _memoryRules = [];

    /// <summary>Whether the keyword had its turn.</summary>
    public bool HasKeyword(int number) => _keywords.Contains(number);

    /// <summary>Whether the decomposition matched.</summary>
    public bool HasDecomposition(int number) => _decompositions.Contains(number);

    /// <summary>Whether it was the reassembly's turn.</summary>
    public bool HasReassembly(int decomposition, int reassembly) => _reassemblies.Contains((decomposition, reassembly));

    /// <summary>Whether the rule of <c>MEMORY</c> stored a memory.</summary>
    public bool HasMemoryRule(int number) => _memoryRules.Contains(number);

    public void Tried(int keyword, int after, int decomposition, Turn turn)
    {
        _keywords.Add(keyword);
        if (decomposition >= 0)
            _decompositions.Add(decomposition);
    }

    public void Chose(int decomposition, int reassembly) => _reassemblies.Add((decomposition, reassembly));

    public void Stored(ReadOnlySpan<char> memory, int memoryRule)
    {
        if (memoryRule >= 0)
            _memoryRules.Add(memoryRule);
    }

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

    public void Linked(int keyword)
    {
    }

    public void FellBack(Fallback fallback)
    {
    }
}
