using System.Globalization;
using System.Text;
using Eliza.Plain;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Tests.Text;

/// <summary>The tables have a newer version of Unicode than .NET. For each character that .NET knows, both agree.</summary>
public sealed class LineTextTests
{
    private static readonly Rune[] KnownToNet =
        [.. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value)).Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned)];

    [Fact]
    public void Letters_numbers_marks_and_what_is_invisible_are_classed_by_their_category()
    {
        foreach (var rune in KnownToNet)
        {
            var own = LineText.ClassOf(rune.Value);
            (own == LineClass.Invisible).ShouldBe(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format, $"U+{rune.Value:X4}");
            (own == LineClass.Mark).ShouldBe(Characters.IsMark(rune), $"U+{rune.Value:X4}");
            (own == LineClass.Digit).ShouldBe(Characters.IsDigit(rune), $"U+{rune.Value:X4}");
            LineText.IsOfWords(own).ShouldBe(Characters.IsLetterOrNumber(rune), $"U+{rune.Value:X4}");
        }
    }

    [Fact]
    public void What_ends_a_clause_is_punctuation() =>
        KnownToNet.Where(rune => LineText.ClassOf(rune.Value) == LineClass.Stop && !Rune.IsPunctuation(rune)).Select(rune => $"U+{rune.Value:X4}").ShouldBe(["U+22EF"]);

    [Theory]
    [InlineData('.', true)]
    [InlineData('。', true)]
    [InlineData('、', true)]
    [InlineData('，', true)]
    [InlineData('；', true)]
    [InlineData('：', true)]
    [InlineData('،', true)]
    [InlineData('؛', true)]
    [InlineData('؟', true)]
    [InlineData('¡', true)]
    [InlineData('¿', true)]
    [InlineData('।', true)]
    [InlineData('։', true)]
    [InlineData('…', true)]
    [InlineData('—', true)]
    [InlineData('፡', false)] // divides words
    [InlineData('·', false)]
    [InlineData('«', false)]
    [InlineData('*', false)]
    [InlineData('_', false)]
    [InlineData('/', false)]
    public void Marks_of_all_writing_systems_end_a_clause(char character, bool ends) =>
        (LineText.ClassOf(character) is LineClass.Stop or LineClass.Point).ShouldBe(ends);

    [Fact]
    public void Case_is_folded_and_sentences_begun_as_NET_maps_it()
    {
        // .NET has no case folding of its own, and these are no pair of upper and lower case.
        int[] ligatures = [0xFB05];
        foreach (var rune in KnownToNet.Where(rune => !ligatures.Contains(rune.Value)))
        {
            var same = Characters.Fold(rune);
            Letters.Fold(same.Value).ShouldBe(Letters.Fold(rune.Value), $"U+{rune.Value:X4}");
            if (Rune.IsLetter(rune)) Letters.ToTitle(rune.Value).ShouldBe(Characters.Title(rune).Value, $"U+{rune.Value:X4}");
        }
    }

    [Theory]
    [InlineData("ISTANBUL", "İstanbul")]
    [InlineData("ilk", "ılk")]
    [InlineData("ΟΔΟΣ", "οδός", false)]
    [InlineData("ΟΔΌΣ", "οδός")]
    [InlineData("ᲒᲣᲚᲘ", "გული")]
    [InlineData("STRAẞE", "straße")]
    [InlineData("strasse", "straße", false)]
    [InlineData("\u212Aelvin", "kelvin")]
    public void Words_are_the_same_whatever_their_case(string one, string other, bool areSame = true) =>
        (Folded(one) == Folded(other)).ShouldBe(areSame);

    private static string Folded(string word) => string.Concat(word.EnumerateRunes().Select(rune => new Rune(Letters.Fold(rune.Value)).ToString()));
}
