using Eliza.Runtime.Engine;
using Eliza.Runtime.Text;
using Eliza.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Engine.Tests;

/// <summary>Folding and cutting a line gives the same result for blocks of characters and for single characters.</summary>
public sealed class LineFoldingTests
{
    /// <summary>A character outside ASCII. It makes a line use single characters, and both languages treat it alike.</summary>
    private const string NotAscii = "É";

    private static Gen<string> AsciiLines { get; } =
        from length in Gen.Choose(0, 200)
        from characters in Gen.Frequency((4, Gen.Elements("aZ09 .,!?;:\"`'\n\r\t-()[]{}\u007F".ToCharArray())), (1, Gen.Choose(0, 0x7F).Select(code => (char)code))).ArrayOf(length)
        select new string(characters);

    private static Gen<string> Lines { get; } = Gen.OneOf(
        AsciiLines,
        Gen.Choose(0, int.MaxValue).Select(seed => OddText.Next(new System.Random(seed), ["but", "I", "--"], 200)));

    [Fact]
    public void A_line_in_ASCII_is_folded_as_if_something_else_stood_behind_it() =>
        Law.Holds(AsciiLines, line =>
        {
            FoldList(line).ShouldBe(FoldList(line + NotAscii)[..^1]);
            FoldLine(line).ShouldBe(FoldLine($"{line} {NotAscii}").SkipLast(1));
        });

    [Fact]
    public void Every_ASCII_character_is_folded_by_the_rule_of_the_list_language_wherever_it_stands()
    {
        for (var code = 0; code < 0x80; code++)
        {
            var (character, folded) = ((char)code, new char[1]);
            ListText.FoldTyped(code, folded);
            for (var before = 0; before < 70; before++) FoldList(new string('X', before) + character + "XXX").ShouldBe(new string('X', before) + folded[0] + "XXX");
        }
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Every_pair_of_ASCII_characters_is_cut_by_the_rule_of_the_line_language_wherever_it_stands()
    {
        foreach (var around in new[] { ("x", "x"), ("7", "7"), ("7", "x"), (" ", "x"), ("x", " "), ("-", "7") })
        {
            for (var code = 0; code < 0x80 * 0x80; code++)
            {
                var line = around.Item1 + (char)(code / 0x80) + (char)(code % 0x80) + around.Item2;
                var before = new string('x', 56 + (code % 10)) + ' ';
                var (actual, expected) = (FoldLine(before + line), FoldLine($"{before}{line} {NotAscii}").SkipLast(1));
                if (!actual.SequenceEqual(expected)) actual.ShouldBe(expected, line);
            }
        }
    }

    [Fact]
    public void A_line_is_cut_at_its_blanks_commas_and_full_stops() =>
        Law.Holds(Lines, line =>
        {
            var (folded, separators) = Fold(line);
            Words(folded, separators).ShouldBe(folded.Split(' ', ',', '.'));
        });

    [Theory]
    [InlineData(63), InlineData(64), InlineData(65), InlineData(127), InlineData(128), InlineData(129)]
    public void A_word_that_goes_over_the_edge_of_a_block_is_one_word(int length)
    {
        var (folded, separators) = Fold(new string('x', length) + " y");
        Words(folded, separators).ShouldBe([new string('X', length), "Y"]);
    }

    private static string FoldList(string line) => Fold(line).Folded;

    /// <summary>The clauses of a line and the words of each.</summary>
    private static List<string> FoldLine(string line)
    {
        var turn = new Turn(0);
        var length = LineFolding.FoldLine(line, turn);
        var folded = turn.Folded(0);
        List<string> pieces = [];
        var cutter = new Cutter(turn.Separators[..LineFolding.Blocks(length)]);
        while (cutter.TryTake(out var start, out var end))
        {
            if (start < end) pieces.Add($"{folded[start..end]} ({turn.Line[start..end]})");
            if (end < length && folded[end] == LineText.Stop && pieces is [.., not "."]) pieces.Add(".");
        }

        return pieces;
    }

    private static (string Folded, ulong[] Separators) Fold(string line)
    {
        var turn = new Turn(0);
        var length = LineFolding.FoldList(line, turn);
        return (new string(turn.Line[..length]), turn.Separators[..LineFolding.Blocks(length)].ToArray());
    }

    private static List<string> Words(string folded, ulong[] separators)
    {
        var words = new List<string>();
        var cutter = new Cutter(separators);
        while (cutter.TryTake(out var start, out var end)) words.Add(folded[start..end]);
        return words;
    }
}
