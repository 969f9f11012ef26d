using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes the methods that write replies.</summary>
internal sealed class ReassemblyEmitter(ScriptModel script, string rules, SourceWriter writer)
{
    private readonly bool _reflects = script.Words.Any(word => word.Reflection is not null);

    /// <summary>Writes <c>private static void NAME(int reassembly, Turn turn)</c>, or <c>NAME(Turn turn)</c> if there is one reassembly only.</summary>
    public void Write(string name, DecompositionModel decomposition)
    {
        if (decomposition.Reassemblies.Count > 1)
        {
            var cases = decomposition.Reassemblies
                .Select((reassembly, index) => (reassembly, index))
                .Where(one => Writes(one.reassembly))
                .Select(one => new Switches.Case(one.index, Statements(one.reassembly, decomposition).ToList(), Comment(one.reassembly)));
            Switches.Write(writer, new("private static", "void", name, "reassembly", "Turn turn"), cases.ToList(), null);
            return;
        }

        using var method = writer.Open($"private static void {name}(Turn turn)");
        if (Comment(decomposition.Reassemblies[0]) is { } comment) writer.Line("// " + comment);
        writer.Lines(Statements(decomposition.Reassemblies[0], decomposition));
    }

    /// <summary>The call of the method for a decomposition.</summary>
    public static string Call(string name, DecompositionModel decomposition) =>
        decomposition.Reassemblies.Count > 1 ? $"{name}(reassembly, turn);" : $"{name}(turn);";

    /// <summary>Whether a decomposition has a reassembly that writes a text or words.</summary>
    public static bool Writes(DecompositionModel decomposition) => decomposition.Reassemblies.Any(Writes);

    private static bool Writes(ReassemblyModel reassembly) => reassembly is TextModel or RewriteModel;

    /// <summary>The reassembly as the script writes it, unless the code does so itself.</summary>
    private static string? Comment(ReassemblyModel reassembly) => reassembly is TextModel { Pieces: [TextPiece] } ? null : SourceWriter.Comment(reassembly.Quote);

    private IEnumerable<string> Statements(ReassemblyModel reassembly, DecompositionModel decomposition)
    {
        if (reassembly is RewriteModel rewrite)
        {
            var layout = Layout.ForReassembly(decomposition.Pattern, "turn.Replaced");
            foreach (var piece in rewrite.Pieces) yield return Statement(piece, "AddComponent", layout, leans: false);
        }
        else
        {
            var layout = Layout.ForReassembly(decomposition.Pattern);
            var pieces = ((TextModel)reassembly).Pieces;
            for (var index = 0; index < pieces.Count; index++)
            {
                // In the line language punctuation stands without a blank before it, even if a component before it is empty.
                var leans = script.Language == ScriptLanguage.Line && index > 0 && pieces[index] is TextPiece text && Pieces.IsPunctuation(text.Text[0]);
                yield return Statement(pieces[index], _reflects ? $"Reflect<{rules}>" : "Write", layout, leans);
            }
        }
    }

    private string Statement(Piece piece, string writeComponent, Layout layout, bool leans)
    {
        switch (piece)
        {
            case WordPiece word:
                return WordStatement(script, word.Word);
            case TextPiece text:
                return $"turn.{(leans ? "Punctuate" : "Write")}({SourceWriter.Literal(text.Text)});";
            default:
                var (from, to) = layout.BoundsOf(((ComponentPiece)piece).Element);
                return $"turn.{writeComponent}({from}, {to});";
        }
    }

    /// <summary>The statement that adds a word of the script to the clause.</summary>
    public static string WordStatement(ScriptModel script, SpelledWord word) =>
        $"turn.Add({Names.Word(script, word.Word)}, {SourceWriter.Literal(word.Spelling)});";
}
