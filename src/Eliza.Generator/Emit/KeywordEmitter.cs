using System.Globalization;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes what belongs to one keyword: the method that tries its decompositions, and for each its matcher and its replies.</summary>
internal sealed class KeywordEmitter(ScriptModel script, string rules, SourceWriter writer)
{
    private const int MostInOneMethod = 64;

    /// <summary>Writes a keyword whose first decomposition has this number.</summary>
    public void Write(KeywordModel keyword, int number)
    {
        WriteDecompose(keyword, number);
        for (var index = 0; index < keyword.Decompositions.Count; index++)
        {
            var decomposition = keyword.Decompositions[index];
            if (!Layout.ForMatcher(decomposition.Pattern).MatchesAlways)
            {
                writer.Line();
                new MatcherEmitter(script, writer).Write(Names.Match(script, keyword, index), decomposition);
            }

            if (decomposition.Reassemblies.Any(ReassemblyEmitter.Writes))
            {
                writer.Line();
                new ReassemblyEmitter(script, rules, writer).Write(Names.Reassemble(script, keyword, index), decomposition);
            }
        }
    }

    /// <summary>Tries the decompositions in order. A new method begins behind one that stores a memory, where the engine comes back to, and where one would grow too long.</summary>
    private void WriteDecompose(KeywordModel keyword, int number)
    {
        var count = keyword.Decompositions.Count;
        for (var first = 0; first < count;)
        {
            var end = Enumerable.Range(first, count - first).First(index => index == count - 1 || index - first == MostInOneMethod - 1 || keyword.Decompositions[index].IsMemory) + 1;
            if (first > 0) writer.Line();
            var name = first == 0 ? Names.Decompose(script, keyword) : Names.DecomposeFrom(script, keyword, first);
            using var method = writer.Open($"private static int {name}(Turn turn)");
            var isOpen = true;
            for (var index = first; index < end && isOpen; index++)
            {
                var found = (number + index).ToString(CultureInfo.InvariantCulture);
                isOpen = !Layout.ForMatcher(keyword.Decompositions[index].Pattern).MatchesAlways;
                writer.Line(isOpen
                    ? $"if ({Names.Match(script, keyword, index)}(turn)) return {found};"
                    : $"return {found}; // {SourceWriter.Comment(keyword.Decompositions[index].Quote)}");
            }

            if (isOpen) writer.Line(end < count ? $"return {Names.DecomposeFrom(script, keyword, end)}(turn);" : "return -1;");
            first = end;
        }
    }
}
