using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Covering;

/// <summary>The rules of a script that transcripts use, and the replies that differ from the expected ones.</summary>
internal sealed class CoverageReport
{
    private const int Most = 20;

    private readonly Script _script;
    private readonly ScriptMap _map;
    private readonly PlayedTranscripts _played;

    /// <summary>Plays transcripts, each as a conversation of its own.</summary>
    public CoverageReport(Script script, ScriptMap map, IReadOnlyList<Transcript> transcripts)
    {
        (_script, _map) = (script, map);
        _played = new(script, transcripts);
    }

    /// <summary>Whether a reply differs from the expected one.</summary>
    public bool HasDifferences => _played.Differences.Count > 0;

    /// <summary>Writes the totals, then the most useful details: replies that differ, then unused keywords, decompositions and reassemblies.</summary>
    public void Write(TextWriter output, bool listsAll)
    {
        var keywords = _map.Keywords.Select(keyword => new Use(keyword, _played.Uses.HasKeyword(keyword.Number))).ToList();
        var decompositions = _map.Keywords.SelectMany(keyword => keyword.Decompositions.Select(one => new Use(one, _played.Uses.HasDecomposition(one.Number), keyword))).ToList();
        var reassemblies = _map.Keywords.SelectMany(keyword => keyword.Decompositions)
            .SelectMany(one => one.Reassemblies.Select((rule, index) => new Use(rule, _played.Uses.HasReassembly(one.Number, index), one))).ToList();
        var memoryRules = _map.MemoryRules.Select(rule => new Use(rule, _played.Uses.HasMemoryRule(rule.Number))).ToList();

        output.WriteLine($"{_script.Name} was played: {English.Count(_played.Transcripts.Count, "transcript")}, {English.Count(_played.LineCount, "line")}, "
            + $"{English.Count(_played.Differences.Count, "reply differs from the one expected", "replies differ from those expected")}.");
        WriteShare("keywords", keywords, output);
        WriteShare("decompositions", decompositions, output);
        WriteShare("reassemblies", reassemblies, output);
        if (memoryRules.Count > 0)
            WriteShare("memory rules", memoryRules, output);

        var differences = listsAll ? _played.Differences : [.. _played.Differences.Take(Most)];
        foreach (var (transcript, line, reply) in differences)
        {
            output.WriteLine($"{transcript}:{line.Number}: {line.Text}");
            output.WriteLine($"  expected  {line.Expected}");
            output.WriteLine($"  actual    {reply}");
        }
        // A rule inside an unused rule comes last, because the outer rule tells the author more.
        List<Use> unused = [.. keywords.Concat(memoryRules).Concat(decompositions).Concat(reassemblies).Where(use => !use.IsUsed)];
        var unusedOwners = unused.Select(use => use.Rule).ToHashSet(ReferenceEqualityComparer.Instance);
        var listed = listsAll ? unused.OrderBy(use => use.Rule.Line).ToList() : [.. unused.OrderBy(use => use.Owner is not null && unusedOwners.Contains(use.Owner)).Take(Most - differences.Count)];
        foreach (var (rule, _, _) in listed)
            output.WriteLine($"{_map.File}:{rule.Line}: never used: {rule.Quote}");
        if (_played.Differences.Count + unused.Count - differences.Count - listed.Count is > 0 and var rest)
            output.WriteLine($"And {rest} more: --all lists {(rest == 1 ? "it" : "them")}.");
    }

    // Rounded down, so that 100 % means all.
    private static void WriteShare(string name, List<Use> rules, TextWriter output)
    {
        var used = rules.Count(one => one.IsUsed);
        output.WriteLine($"{name,-15}{used,6} of {rules.Count,6} used  {100L * used / rules.Count,3} %");
    }

    /// <summary>A rule, whether it was used, and the rule that it belongs to.</summary>
    private sealed record Use(Rule Rule, bool IsUsed, Rule? Owner = null);
}
