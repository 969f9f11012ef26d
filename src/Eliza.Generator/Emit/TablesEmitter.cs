using System.Globalization;
using System.Runtime.InteropServices;
using Eliza.Generator.Language;
using Eliza.Generator.Model;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Emit;

/// <summary>
/// Writes the tables: the vocabulary with its hash table, the ranks, and what each reassembly does. They are read-only
/// data of the assembly, so nothing is built at start.
/// </summary>
internal sealed class TablesEmitter(ScriptModel script, SourceWriter writer)
{
    private const int LineWidth = 110;

    /// <summary>The most lines of a text. Each line is a term of a sum, and the C# compiler reads sums recursively.</summary>
    private const int MostTerms = 500;

    public void Write()
    {
        WriteVocabulary();
        WriteTable("public", "byte", "Traits", script.Words.Select(Traits).Prepend("0"));
        if (script.Language == ScriptLanguage.Line) WriteClassKeywords();
        WriteNumbers("public", "Ranks", script.Keywords.OrderBy(keyword => keyword.Word).Select(keyword => keyword.Rank).Prepend(0));
        WriteNumbers("public", "Costs", Costs());
        WriteReassemblies();
    }

    /// <summary>The cost of trying each keyword. The patterns of <c>MEMORY</c> are tried with the keyword that stores memories.</summary>
    private IEnumerable<int> Costs()
    {
        var patterns = script.Keywords.OrderBy(keyword => keyword.Word)
            .Select(keyword => keyword.Decompositions.Concat(keyword.Word == script.MemoryKeyword ? script.MemoryRules : default))
            .Select(decompositions => decompositions.Select(one => Layout.ForMatcher(one.Pattern)).ToList())
            .ToList();
        var always = patterns.Select(layouts => layouts.Sum(layout => 1 + layout.LooksOnce)).ToList();
        var forEachWord = patterns.Select(layouts => layouts.Sum(layout => layout.LooksAtEachWord)).ToList();
        return always.Prepend(always.Max()).Zip(forEachWord.Prepend(forEachWord.Max()), (one, other) => new[] { one, other }).SelectMany(pair => pair);
    }

    private void WriteVocabulary()
    {
        var words = script.Words.Select(word => word.Text).Prepend("").ToList();
        var tails = words.Select(word => word.Substring(Math.Min(word.Length, WordHash.Head))).ToList();
        var tailStarts = new List<int> { 0 };
        foreach (var tail in tails) tailStarts.Add(tailStarts[tailStarts.Count - 1] + tail.Length);

        writer.Line();
        writer.Line("public static int Find(ReadOnlySpan<char> line, int length) => Vocabulary.Find(line, length, Slots, Heads, TailStarts, Tails);");
        WriteNumbers("private", "Slots", Slots(words));
        WriteText("Heads", words.Select(HeadOf));
        WriteNumbers("private", "TailStarts", tailStarts);
        WriteText("Tails", tails);
    }

    /// <summary>The open-addressing table that <see cref="WordHash"/> searches. It is a quarter full at most, so most searches end at their first slot.</summary>
    private static int[] Slots(List<string> words)
    {
        var bits = 2;
        while (1 << bits < 4 * words.Count) bits++;

        var slots = new int[1 << bits];
        for (var number = 1; number < words.Count; number++)
        {
            if (words[number].Length == 0) continue;

            var slot = WordHash.Slot(Hash(words[number]), bits);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = number;
        }

        return slots;
    }

    private static ulong Hash(string word)
    {
        var halves = MemoryMarshal.Cast<char, ulong>(HeadOf(word).AsSpan());
        var hash = WordHash.Of(WordHash.Half(halves[0], BitConverter.IsLittleEndian), WordHash.Half(halves[1], BitConverter.IsLittleEndian));
        return word.Length > WordHash.Head ? WordHash.Add(hash, word.AsSpan(WordHash.Head)) : hash;
    }

    private static string HeadOf(string word) => word.Substring(0, Math.Min(word.Length, WordHash.Head)).PadRight(WordHash.Head, WordHash.Filler);

    private static string Traits(WordModel word)
    {
        List<string> traits = [];
        if (word.IsRewritten) traits.Add("Trait.Rewritten");
        if (word.Reflection is not null) traits.Add("Trait.Reflected");
        if (word.IsProper) traits.Add("Trait.Proper");
        return traits.Count == 0 ? "0" : string.Join(" | ", traits);
    }

    private void WriteClassKeywords()
    {
        if (script.ClassKeywords.Count > 0)
        {
            WriteTable("public", "int", "ClassKeywords", script.ClassKeywords.Select(keyword => Names.Word(script, keyword)));
            return;
        }

        writer.Line();
        writer.Line("public static ReadOnlySpan<int> ClassKeywords => default;");
    }

    private void WriteReassemblies()
    {
        var first = new List<int> { 0 };
        foreach (var decomposition in script.Decompositions()) first.Add(first[first.Count - 1] + decomposition.Reassemblies.Count);
        if (script.Language == ScriptLanguage.Line)
        {
            // The greeting and the farewell are chosen like the first reassembly of a decomposition.
            first.Add(first[first.Count - 1] + script.Greetings.Count);
            first.Add(first[first.Count - 1] + script.Farewells.Count);
        }

        WriteNumbers("public", "FirstReassemblies", first);

        writer.Line();
        using var kinds = writer.Open("public static ReadOnlySpan<ReassemblyKind> ReassemblyKinds =>", "[", "];");
        foreach (var keyword in script.Keywords)
        {
            foreach (var decomposition in keyword.Decompositions)
            {
                writer.Line($"// {SourceWriter.Comment(keyword.Quote)}, {SourceWriter.Comment(decomposition.Quote)}");
                writer.Lines(InLines(decomposition.Reassemblies.Select(reassembly => $"ReassemblyKind.{KindOf(reassembly, decomposition)},"), " "));
            }
        }
    }

    private static string KindOf(ReassemblyModel reassembly, DecompositionModel decomposition) => reassembly switch
    {
        GotoModel => "Goto",
        RewriteModel => "Replace",
        NewKeyModel => "NewKey",
        _ => decomposition.IsMemory ? "Memory" : "Text",
    };

    private void WriteNumbers(string access, string name, IEnumerable<int> numbers) =>
        WriteTable(access, "int", name, numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private void WriteText(string name, IEnumerable<string> items)
    {
        writer.Line();
        writer.Line($"private static ReadOnlySpan<char> {name} =>");
        using var indent = writer.Indent();
        var texts = items.ToList();
        var width = Math.Max(LineWidth, texts.Sum(text => text.Length) / MostTerms);
        var lines = InLines(texts, "", width).Select(SourceWriter.Literal).ToList();
        for (var index = 0; index < lines.Count; index++) writer.Line(lines[index] + (index == lines.Count - 1 ? ";" : " +"));
    }

    private void WriteTable(string access, string type, string name, IEnumerable<string> items)
    {
        writer.Line();
        using var table = writer.Open($"{access} static ReadOnlySpan<{type}> {name} =>", "[", "];");
        writer.Lines(InLines(items.Select(item => item + ","), " "));
    }

    /// <summary>Joins items into lines of similar width.</summary>
    private static IEnumerable<string> InLines(IEnumerable<string> items, string separator, int width = LineWidth)
    {
        var line = new System.Text.StringBuilder();
        foreach (var item in items)
        {
            if (line.Length > 0 && line.Length + separator.Length + item.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(separator);
            line.Append(item);
        }

        yield return line.ToString();
    }
}
