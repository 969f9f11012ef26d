using System.ComponentModel;
using System.Globalization;
using Eliza.Runtime.Engine;
using Eliza.Runtime.Text;
using Eliza.Runtime.Tracing;

namespace Eliza.Runtime.Maps;

/// <summary>
/// The places and texts of the rules of a script, by the numbers of <see cref="ITrace"/>.
/// It is generated separately from the script's code, so that a host that does not use it does not contain it.
/// </summary>
public sealed class ScriptMap
{
    private readonly List<KeywordRule> _keywords = [];
    private readonly List<DecompositionRule> _decompositions = [];
    private readonly List<DecompositionRule> _memoryRules = [];
    private readonly Dictionary<int, KeywordRule> _keywordsByNumber = [];
    private readonly Dictionary<int, Rule> _rewrites = [];
    private readonly Dictionary<int, ReflectionRule> _reflections = [];
    private readonly List<(int[] Words, Rule Rule)> _quits = [];

    /// <summary>Reads a map from the generator.</summary>
    /// <param name="file">The script's file, without its folder.</param>
    /// <param name="rows">A line for each rule.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ScriptMap(string file, string rows)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(rows);
        File = file;
        foreach (var row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Add(row.Split('\t'));
    }

    /// <summary>The script's file, without its folder.</summary>
    public string File { get; }

    /// <summary>The keywords, in the order of the script.</summary>
    public IReadOnlyList<KeywordRule> Keywords => _keywords;

    /// <summary>The four rules of <c>MEMORY</c> of a list script; empty for a line script.</summary>
    public IReadOnlyList<DecompositionRule> MemoryRules => _memoryRules;

    /// <summary>The keyword with a number.</summary>
    /// <exception cref="KeyNotFoundException">The script has no such keyword.</exception>
    public KeywordRule Keyword(int number) => _keywordsByNumber[number];

    /// <summary>The decomposition with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The script has no such decomposition.</exception>
    public DecompositionRule Decomposition(int number) => _decompositions[number];

    /// <summary>The rule that replaces a word in the clause.</summary>
    /// <exception cref="KeyNotFoundException">No rule replaces the word.</exception>
    public Rule Rewrite(int word) => _rewrites[word];

    /// <summary>The rule that replaces a word in replies, or null.</summary>
    public ReflectionRule? Reflection(int word) => _reflections.GetValueOrDefault(word);

    /// <summary>The phrase that ends the conversation and equals the words of a clause, or null.</summary>
    public Rule? Quit(ReadOnlySpan<int> words)
    {
        foreach (var (phrase, rule) in _quits)
        {
            if (words.SequenceEqual(phrase)) return rule;
        }

        return null;
    }

    private void Add(string[] row)
    {
        var line = Number(row[1]);
        var quote = row[^1];
        switch (row[0])
        {
            case MapRow.Keyword:
                var keyword = new KeywordRule(line, quote, Number(row[2]), row[4], Number(row[3]));
                _keywords.Add(keyword);
                _keywordsByNumber.Add(keyword.Number, keyword);
                break;
            case MapRow.Link:
                _keywords[^1].Link = new Rule(line, quote);
                break;
            case MapRow.Decomposition or MapRow.MemoryDecomposition:
                var decomposition = Decomposition(row, _decompositions.Count, row[0] == MapRow.MemoryDecomposition);
                _decompositions.Add(decomposition);
                _keywords[^1].OwnDecompositions.Add(decomposition);
                break;
            case MapRow.MemoryRule:
                _memoryRules.Add(Decomposition(row, _memoryRules.Count, storesMemory: true));
                break;
            case MapRow.Reassembly:
                var owner = _memoryRules.Count > 0 ? _memoryRules[^1] : _decompositions[^1];
                owner.OwnReassemblies.Add(new ReassemblyRule(line, quote, Kind(row[2][0]), [.. Numbers(row[3])]));
                break;
            case MapRow.Rewrite:
                _rewrites.TryAdd(Number(row[2]), new Rule(line, quote));
                break;
            case MapRow.Reflection:
                _reflections.TryAdd(Number(row[2]), new ReflectionRule(line, quote, row[3]));
                break;
            case MapRow.Quit:
                _quits.Add((Numbers(row[2]), new Rule(line, quote)));
                break;
            default:
                throw new FormatException($"The map of {File} has a row of an unknown kind, '{row[0]}': it was written by another version of the generator.");
        }
    }

    private static DecompositionRule Decomposition(string[] row, int number, bool storesMemory) =>
        new(Number(row[1]), row[2], number, storesMemory, [.. row.Skip(3).Select(Element)]);

    private static PatternElement Element(string field)
    {
        var sign = field.IndexOfAny([MapRow.Component, MapRow.NoComponent]);
        return new(field[(sign + 1)..], Number(field[..sign]), field[sign] == MapRow.Component);
    }

    private static ReassemblyKind Kind(char letter) => letter switch
    {
        MapRow.Memory => ReassemblyKind.Memory,
        MapRow.Goto => ReassemblyKind.Goto,
        MapRow.NewKey => ReassemblyKind.NewKey,
        MapRow.Replace => ReassemblyKind.Replace,
        _ => ReassemblyKind.Text,
    };

    private static int[] Numbers(string field) => [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
