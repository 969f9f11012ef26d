using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Local.Covering;

/// <summary>What transcripts use of a script, and where its replies are not those expected.</summary>
internal sealed class CoverageReport
{
    private readonly ScriptMap _map;
    private readonly UseRecord _uses = new();
    private readonly List<Difference> _differences = [];
    private readonly int _lines;

    /// <summary>Plays transcripts, each as a conversation of its own.</summary>
    public CoverageReport(Script script, ScriptMap map, IEnumerable<Transcript> transcripts)
    {
        _map = map;
        foreach (var transcript in transcripts)
        {
            var conversation = script.Start();
            foreach (var line in transcript.Lines)
            {
                var reply = conversation.Reply(line.Text, _uses);
                _lines++;
                if (line.Expected is not null && line.Expected != reply)
                    _differences.Add(new(transcript.Name, line, reply));
            }
        }
    }

    /// <summary>Whether a reply was another than expected.</summary>
    public bool HasDifferences => _differences.Count > 0;

    public void Write(TextWriter output)
    {
        foreach (var (transcript, line, reply) in _differences)
        {
            output.WriteLine($"{transcript}:{line.Number}: {line.Text}");
            output.WriteLine($"  expected  {line.Expected}");
            output.WriteLine($"  actual    {reply}");
        }

        var keywords = _map.Keywords.Select(keyword => (Rule: (Rule)keyword, IsUsed: _uses.HasKeyword(keyword.Number))).ToList();
        var decompositions = Decompositions.Select(one => (Rule: (Rule)one, IsUsed: _uses.HasDecomposition(one.Number))).ToList();
        var reassemblies = Decompositions.SelectMany(one =>
            one.Reassemblies.Select((rule, index) => (Rule: (Rule)rule, IsUsed: _uses.HasReassembly(one.Number, index)))).ToList();
        var memoryRules = _map.MemoryRules.Select(rule => (Rule: (Rule)rule, IsUsed: _uses.HasMemoryRule(rule.Number))).ToList();

        foreach (var (rule, _) in keywords.Concat(decompositions).Concat(reassemblies).Concat(memoryRules).Where(one => !one.IsUsed).OrderBy(one => one.Rule.Line))
            output.WriteLine($"{_map.File}:{rule.Line}: never used: {rule.Quote}");

        output.WriteLine($"{_lines} lines were played, {_differences.Count} replies differ from those expected.");
        WriteShare("keywords", keywords, output);
        WriteShare("decompositions", decompositions, output);
        WriteShare("reassemblies", reassemblies, output);
        if (memoryRules.Count > 0)
            WriteShare("memory rules", memoryRules, output);
    }

    private IEnumerable<DecompositionRule> Decompositions => _map.Keywords.SelectMany(keyword => keyword.Decompositions);

    // Rounded down: 100 % must mean all.
    private static void WriteShare(string name, List<(Rule Rule, bool IsUsed)> rules, TextWriter output)
    {
        var used = rules.Count(one => one.IsUsed);
        output.WriteLine($"{name,-15}{used,6} of {rules.Count,6} used  {100L * used / rules.Count,3} %");
    }

    private sealed record Difference(string Transcript, TranscriptLine Line, string Reply);
}
