using Eliza.Runtime.Maps;
using Eliza.Runtime.Tracing;

namespace Eliza.Cli.Covering;

/// <summary>Records which rules of a script the replies use.</summary>
internal sealed class UseRecord : ITrace
{
    private readonly HashSet<int> _keywords = [];
    private readonly Dictionary<int, (int Lines, int Last)> _decompositions = [];
    private readonly HashSet<(int Decomposition, int Reassembly)> _reassemblies = [];
    private readonly Dictionary<int, (int Lines, int Last)> _memoryRules = [];
    private readonly List<(int Decomposition, int Reassembly, int MemoryRule)> _memories = [];
    private (int Decomposition, int Reassembly) _chosen;
    private int _line;

    /// <summary>Whether the keyword was tried.</summary>
    public bool HasKeyword(int number) => _keywords.Contains(number);

    /// <summary>Whether the decomposition matched.</summary>
    public bool HasDecomposition(int number) => _decompositions.ContainsKey(number);

    /// <summary>Begins the next line. It is needed only where lines are counted.</summary>
    public void NextLine() => _line++;

    /// <summary>The number of lines in which the decomposition matched.</summary>
    public int LinesOfDecomposition(int number) => _decompositions.GetValueOrDefault(number).Lines;

    /// <summary>The number of lines in which the rule of <c>MEMORY</c> stored a memory.</summary>
    public int LinesOfMemoryRule(int number) => _memoryRules.GetValueOrDefault(number).Lines;

    /// <summary>Whether the decomposition stored a memory.</summary>
    public bool HasStored(int decomposition) => _memories.Exists(one => one.MemoryRule < 0 && one.Decomposition == decomposition);

    /// <summary>Whether the reassembly was chosen.</summary>
    public bool HasReassembly(int decomposition, int reassembly) => _reassemblies.Contains((decomposition, reassembly));

    /// <summary>Whether the rule of <c>MEMORY</c> stored a memory.</summary>
    public bool HasMemoryRule(int number) => _memoryRules.ContainsKey(number);

    /// <summary>All rules of the script that a reply can use, and whether one did use them.</summary>
    public IEnumerable<(Rule Rule, bool IsUsed)> Rules(ScriptMap map)
    {
        foreach (var keyword in map.Keywords)
        {
            yield return (keyword, HasKeyword(keyword.Number));
            foreach (var decomposition in keyword.Decompositions)
            {
                yield return (decomposition, HasDecomposition(decomposition.Number));
                for (var index = 0; index < decomposition.Reassemblies.Count; index++)
                    yield return (decomposition.Reassemblies[index], HasReassembly(decomposition.Number, index));
            }
        }
        foreach (var rule in map.MemoryRules)
            yield return (rule, HasMemoryRule(rule.Number));
    }

    /// <summary>
    /// The rule that made the memory recalled last, or null. Memories are recalled in the order in which they were stored, and when there
    /// are too many, the oldest are dropped.
    /// </summary>
    /// <param name="map">The script's map.</param>
    /// <param name="left">The number of memories that remain.</param>
    public Rule? OriginOfRecalled(ScriptMap map, int left)
    {
        if (_memories.Count <= left)
            return null;
        var (decomposition, reassembly, memoryRule) = _memories[^(left + 1)];
        return memoryRule < 0 ? map.Decomposition(decomposition).Reassemblies[reassembly] : map.MemoryRules[memoryRule];
    }

    public void Tried(int keyword, int after, int decomposition, TracedClause clause)
    {
        _keywords.Add(keyword);
        if (decomposition >= 0)
            Count(_decompositions, decomposition);
    }

    public void Chose(int decomposition, int reassembly)
    {
        _chosen = (decomposition, reassembly);
        _reassemblies.Add(_chosen);
    }

    public void Stored(ReadOnlySpan<char> memory, int memoryRule)
    {
        _memories.Add((_chosen.Decomposition, _chosen.Reassembly, memoryRule));
        if (memoryRule >= 0)
            Count(_memoryRules, memoryRule);
    }

    private void Count(Dictionary<int, (int Lines, int Last)> rules, int number)
    {
        var (lines, last) = rules.GetValueOrDefault(number);
        if (lines == 0 || last != _line)
            rules[number] = (lines + 1, _line);
    }
}
