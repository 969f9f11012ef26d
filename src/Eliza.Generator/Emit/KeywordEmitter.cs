using System.Globalization;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes what belongs to one keyword: the method that tries its decompositions, and for each its matcher and its replies.</summary>
internal sealed class KeywordEmitter(ScriptModel script, string rules, SourceWriter writer)
{
    private const int MostInOneMethod = 64;

    private readonly MatcherEmitter _matchers = new(script, writer);
    private readonly ReassemblyEmitter _reassemblies = new(script, rules, writer);

    /// <summary>The statement that finds the decomposition of a keyword whose first one has this number.</summary>
    public static string DecomposeStatement(ScriptModel script, KeywordModel keyword, int number) => NeedsMethod(keyword)
        ? $"return {Names.Decompose(script, keyword)}(turn);"
        : $"return {Number(number)}; // {SourceWriter.Comment(keyword.Decompositions[0].Quote)}";

    /// <summary>Writes a keyword whose first decomposition has this number.</summary>
    public void Write(KeywordModel keyword, int number)
    {
        var methods = Methods(keyword, number).ToList();
        if (methods.Count == 0) return;

        writer.Section(keyword.Quote);
        for (var index = 0; index < methods.Count; index++)
        {
            if (index > 0) writer.Line();
            methods[index]();
        }
    }

    private IEnumerable<Action> Methods(KeywordModel keyword, int number)
    {
        foreach (var (first, end) in Groups(keyword))
        {
            if (first > 0 || NeedsMethod(keyword)) yield return () => WriteDecompose(keyword, number, first, end);
        }

        for (var index = 0; index < keyword.Decompositions.Count; index++)
        {
            var (at, decomposition) = (index, keyword.Decompositions[index]);
            if (!MatchesAlways(decomposition)) yield return () => _matchers.Write(Names.Match(script, keyword, at), decomposition);
            if (ReassemblyEmitter.Writes(decomposition)) yield return () => _reassemblies.Write(Names.Reassemble(script, keyword, at), decomposition);
        }
    }

    /// <summary>The decompositions that one method tries. A new one begins behind one that stores a memory, where the engine comes back to, and where a method would grow too long.</summary>
    private static IEnumerable<(int First, int End)> Groups(KeywordModel keyword)
    {
        var first = 0;
        for (var end = 1; end <= keyword.Decompositions.Count; end++)
        {
            if (end < keyword.Decompositions.Count && end - first < MostInOneMethod && !keyword.Decompositions[end - 1].IsMemory) continue;
            yield return (first, end);
            first = end;
        }
    }

    private void WriteDecompose(KeywordModel keyword, int number, int first, int end)
    {
        var name = first == 0 ? Names.Decompose(script, keyword) : Names.DecomposeFrom(script, keyword, first);
        using var method = writer.Open($"private static int {name}(Turn turn)");
        for (var index = first; index < end; index++)
        {
            var result = Number(number + index);
            var quote = SourceWriter.Comment(keyword.Decompositions[index].Quote);
            if (MatchesAlways(keyword.Decompositions[index]))
            {
                writer.Line($"return {result}; // {quote}");
                return;
            }

            writer.Line($"if ({Names.Match(script, keyword, index)}(turn)) return {result}; // {quote}");
        }

        writer.Line(end < keyword.Decompositions.Count ? $"return {Names.DecomposeFrom(script, keyword, end)}(turn);" : "return -1;");
    }

    /// <summary>Whether there is anything to decide: a keyword whose first decomposition is <c>*</c> needs no method of its own.</summary>
    private static bool NeedsMethod(KeywordModel keyword) => !MatchesAlways(keyword.Decompositions[0]);

    private static bool MatchesAlways(DecompositionModel decomposition) => Layout.ForMatcher(decomposition.Pattern).MatchesAlways;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
