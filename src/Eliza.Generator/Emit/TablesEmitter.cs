using System.Globalization;
using Eliza.Generator.Model;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Emit;

/// <summary>Writes what is data: the vocabulary with its hash table, ranks, and what reassemblies do. It is read-only memory of the assembly, so that nothing is built at start.</summary>
internal sealed class TablesEmitter(ScriptModel script, SourceWriter writer)
{
    private const int LineWidth = 110;

    public void Write()
    {
        WriteVocabulary();
        WriteTable("public", "byte", "Traits", script.Words.Select(Traits).Prepend("0"));
        WriteNumbers("public", "Ranks", script.Keywords.OrderBy(keyword => keyword.Word).Select(keyword => keyword.Rank).Prepend(0));
        WriteRounds();
    }

    private void WriteVocabulary()
    {
        var starts = new List<int> { 0 };
        foreach (var word in script.Words) starts.Add(starts[starts.Count - 1] + word.Text.Length);

        writer.Line("public static int Find(ReadOnlySpan<char> word, uint hash) => Vocabulary.Find(word, hash, Slots, Starts, Text);");
        WriteNumbers("private", "Slots", Slots());
        WriteNumbers("private", "Starts", starts.Prepend(0));

        writer.Line();
        writer.Line("private static ReadOnlySpan<char> Text =>");
        using var indent = writer.Indent();
        var lines = InLines(script.Words.Select(word => word.Text), "").Select(SourceWriter.Literal).ToList();
        for (var index = 0; index < lines.Count; index++) writer.Line(lines[index] + (index == lines.Count - 1 ? ";" : " +"));
    }

    /// <summary>The open-addressing table that <see cref="WordHash"/> searches; at most a quarter of it is in use, so that most searches end where they begin.</summary>
    private int[] Slots()
    {
        var bits = 2;
        while (1 << bits < 4 * script.Words.Count) bits++;

        var slots = new int[1 << bits];
        for (var index = 0; index < script.Words.Count; index++)
        {
            var text = script.Words[index].Text;
            if (text.Length == 0) continue;

            var slot = WordHash.Slot(WordHash.Of(text.AsSpan()), bits);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = index + 1;
        }

        return slots;
    }

    private static string Traits(WordModel word) => (word.IsRewritten, word.Reflection is not null) switch
    {
        (true, true) => "Trait.Rewritten | Trait.Reflected",
        (true, false) => "Trait.Rewritten",
        (false, true) => "Trait.Reflected",
        _ => "0",
    };

    private void WriteRounds()
    {
        var rounds = new List<int> { 0 };
        foreach (var decomposition in script.Decompositions()) rounds.Add(rounds[rounds.Count - 1] + decomposition.Reassemblies.Count);
        WriteNumbers("public", "Rounds", rounds);

        writer.Line();
        using var outcomes = writer.Open("public static ReadOnlySpan<int> Outcomes =>", "[", "];");
        foreach (var keyword in script.Keywords)
        {
            foreach (var decomposition in keyword.Decompositions)
            {
                writer.Line($"// {SourceWriter.Comment(keyword.Quote)}, {SourceWriter.Comment(decomposition.Quote)}");
                writer.Lines(InLines(decomposition.Reassemblies.Select(reassembly => OutcomeOf(reassembly, decomposition) + ","), " "));
            }
        }
    }

    private string OutcomeOf(ReassemblyModel reassembly, DecompositionModel decomposition) => reassembly switch
    {
        GotoModel jump => Names.Word(script, jump.Keyword),
        RewriteModel rewrite => "~" + Names.Word(script, rewrite.Keyword),
        NewKeyModel => "Outcome.NewKey",
        _ => decomposition.IsMemory ? "Outcome.Memory" : "Outcome.Text",
    };

    private void WriteNumbers(string access, string name, IEnumerable<int> numbers) =>
        WriteTable(access, "int", name, numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private void WriteTable(string access, string type, string name, IEnumerable<string> items)
    {
        writer.Line();
        using var table = writer.Open($"{access} static ReadOnlySpan<{type}> {name} =>", "[", "];");
        writer.Lines(InLines(items.Select(item => item + ","), " "));
    }

    /// <summary>Joins items into lines of about equal width.</summary>
    private static IEnumerable<string> InLines(IEnumerable<string> items, string separator)
    {
        var line = new System.Text.StringBuilder();
        foreach (var item in items)
        {
            if (line.Length > 0 && line.Length + separator.Length + item.Length > LineWidth)
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
