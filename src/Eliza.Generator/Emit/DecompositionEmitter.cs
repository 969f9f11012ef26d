using System.Globalization;
using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes the method that finds which decomposition of a keyword matches the clause.</summary>
internal sealed class DecompositionEmitter(ScriptModel script, MatcherEmitter matchers)
{
    private const int MostInFirstCase = 16;
    private const int MostInLaterCase = 64;

    /// <summary>For each keyword, the case that tries its decompositions.</summary>
    public List<Switches.Case> First { get; } = [];

    /// <summary>
    /// The cases that continue in the middle of a keyword's decompositions: after one that stores a memory, because the engine
    /// comes back for the rest, or where a case would be too long.
    /// </summary>
    public List<Switches.Case> Later { get; } = [];

    /// <summary>Makes the cases of all keywords.</summary>
    public void Emit(CancellationToken cancellation)
    {
        var number = 0;
        foreach (var keyword in script.Keywords)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (first, end) in Groups(keyword.Decompositions))
            {
                var statements = Statements(keyword.Decompositions, number, first, end).ToList();
                if (first == 0) First.Add(new(keyword.Word, Names.Word(script, keyword.Word), statements));
                else Later.Add(new(number + first - 1, statements, SourceWriter.Comment($"{keyword.Quote}, behind {keyword.Decompositions[first - 1].Quote}")));
            }

            number += keyword.Decompositions.Count;
        }

        First.Sort((one, other) => one.Value.CompareTo(other.Value));
    }

    /// <summary>The groups of decompositions, one group for each case.</summary>
    private static IEnumerable<(int First, int End)> Groups(EquatableArray<DecompositionModel> decompositions)
    {
        var first = 0;
        for (var end = 1; end <= decompositions.Count; end++)
        {
            var most = first == 0 ? MostInFirstCase : MostInLaterCase;
            if (end < decompositions.Count && end - first < most && !decompositions[end - 1].IsMemory) continue;
            yield return (first, end);
            first = end;
        }
    }

    /// <param name="decompositions">The decompositions of a keyword.</param>
    /// <param name="number">The number of its first decomposition.</param>
    /// <param name="first">The first decomposition to try.</param>
    /// <param name="end">The decomposition after the last one to try.</param>
    private IEnumerable<string> Statements(EquatableArray<DecompositionModel> decompositions, int number, int first, int end)
    {
        for (var index = first; index < end; index++)
        {
            var result = $"return {Number(number + index)}; // {SourceWriter.Comment(decompositions[index].Quote)}";
            if (Layout.MatchesAlways(decompositions[index].Pattern))
            {
                yield return result;
                yield break;
            }

            yield return $"if ({matchers.Call(decompositions[index].Pattern)}) {result}";
        }

        yield return end < decompositions.Count ? $"return DecomposeAfter({Number(number + end - 1)}, turn);" : "return -1;";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
