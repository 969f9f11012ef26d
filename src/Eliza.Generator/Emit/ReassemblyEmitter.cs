using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Emit;

/// <summary>Writes the code that makes replies.</summary>
internal sealed class ReassemblyEmitter(ScriptModel script, string rules)
{
    private readonly bool _isList = script.Language == ScriptLanguage.List;
    private readonly bool _reflects = script.Words.Any(word => word.Reflection is not null);

    /// <summary>The cases for reassemblies that write a reply or new words, numbered from 0 in the order of the script.</summary>
    public IEnumerable<Switches.Case> Cases(CancellationToken cancellation)
    {
        var number = 0;
        foreach (var keyword in script.Keywords)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var decomposition in keyword.Decompositions)
            {
                string? heading = $"{SourceWriter.Comment(keyword.Quote)}, {SourceWriter.Comment(decomposition.Quote)}";
                foreach (var reassembly in decomposition.Reassemblies)
                {
                    if (reassembly is TextModel or RewriteModel)
                    {
                        yield return new(number, Statements(reassembly, decomposition.Pattern).ToList(), Comment(reassembly)) { Heading = heading };
                        heading = null;
                    }

                    number++;
                }
            }
        }
    }

    /// <summary>The cases for reassemblies that go to a keyword.</summary>
    public IEnumerable<Switches.Case> Targets()
    {
        var number = 0;
        foreach (var reassembly in script.Decompositions().SelectMany(decomposition => decomposition.Reassemblies))
        {
            var keyword = reassembly switch
            {
                GotoModel jump => jump.Keyword,
                RewriteModel rewrite => rewrite.Keyword,
                _ => 0,
            };
            if (keyword != 0) yield return new(number, [$"return {Names.Word(script, keyword)};"]);
            number++;
        }
    }

    /// <summary>The statements of a reassembly.</summary>
    /// <param name="reassembly">The reassembly.</param>
    /// <param name="pattern">The pattern of its components.</param>
    public IEnumerable<string> Statements(ReassemblyModel reassembly, EquatableArray<Element> pattern)
    {
        if (reassembly is RewriteModel rewrite)
        {
            var layout = Layout.ForReassembly(pattern, "turn.Replaced");
            foreach (var piece in rewrite.Pieces) yield return Statement(piece, "AddComponent", layout, leans: false);
        }
        else
        {
            var layout = Layout.ForReassembly(pattern);
            var pieces = ((TextModel)reassembly).Pieces;
            for (var index = 0; index < pieces.Count; index++)
            {
                // In the line language no blank comes between a component and punctuation after it, even if the component is empty.
                var leans = !_isList && index > 0 && pieces[index - 1] is ComponentPiece && pieces[index] is TextPiece text && Pieces.IsPunctuated(text.Text);
                yield return Statement(pieces[index], _isList ? "Join" : _reflects ? $"Reflect<{rules}>" : "Write", layout, leans);
            }
        }
    }

    /// <summary>
    /// The most characters of a reply for each character of the clause plus one. Each character of a component may be a
    /// word with the longest reflection.
    /// </summary>
    public int Growth()
    {
        var longest = script.Words.Max(word => word.Reflection?.Length ?? 0);
        var most = script.Decompositions().SelectMany(one => one.Reassemblies).OfType<TextModel>()
            .Select(text => text.Pieces.Sum(piece => piece is TextPiece said ? said.Text.Length : 2L + longest))
            .DefaultIfEmpty().Max();
        return (int)Math.Min(most, int.MaxValue);
    }

    /// <summary>The reassembly as the script writes it; null if the code shows it already.</summary>
    private static string? Comment(ReassemblyModel reassembly) => reassembly is TextModel { Pieces: [TextPiece] } ? null : SourceWriter.Comment(reassembly.Quote);

    private string Statement(Piece piece, string writeComponent, Layout layout, bool leans)
    {
        switch (piece)
        {
            case WordPiece word:
                return WordStatement(script, word.Word);
            case TextPiece text:
                return $"turn.{(_isList ? "Join" : leans ? "Punctuate" : "Write")}({SourceWriter.Literal(text.Text)});";
            default:
                var (from, to) = layout.BoundsOf(((ComponentPiece)piece).Element);
                return $"turn.{writeComponent}({from}, {to});";
        }
    }

    /// <summary>The statement that adds a word from the script to the clause.</summary>
    public static string WordStatement(ScriptModel script, SpelledWord word) =>
        $"turn.Add({Names.Word(script, word.Word)}, {SourceWriter.Literal(word.Spelling)});";
}
