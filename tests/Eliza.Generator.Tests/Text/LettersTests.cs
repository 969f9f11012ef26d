using System.Text;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Tests.Text;

public sealed class LettersTests
{
    private static readonly int[] CodePoints = [.. Enumerable.Range(0, 0x110000).Where(Rune.IsValid)];

    [Fact]
    public void There_are_949_letters_with_an_upper_case_of_their_own() => CodePoints.Count(c => Letters.ToUpper(c) != c).ShouldBe(949);

    [Theory]
    [InlineData('a', 'A')]
    [InlineData('z', 'Z')]
    [InlineData('{', '{')]
    [InlineData('µ', 'Μ')]
    [InlineData('ÿ', 'Ÿ')]
    [InlineData('÷', '÷')]
    [InlineData('ß', 'ß')]
    [InlineData('ı', 'I')]
    [InlineData('ſ', 'S')]
    [InlineData('ǅ', 'Ǆ')]
    [InlineData('ς', 'Σ')]
    [InlineData('я', 'Я')]
    [InlineData('ა', 'ა')]
    [InlineData(0x10428, 0x10400)]
    [InlineData(0x10450, 0x10450)]
    public void A_letter_becomes_upper_case(int letter, int upper) => Letters.ToUpper(letter).ShouldBe(upper);

    /// <summary>Compares with the mapping of .NET with invariant globalization, which every program here uses.</summary>
    [Fact]
    public void NET_differs_in_530_letters_which_is_why_there_is_a_table()
    {
        int[] different = [.. CodePoints.Where(c => Letters.ToUpper(c) != Rune.ToUpperInvariant(new(c)).Value)];
        different.Count(c => Letters.ToUpper(c) == c).ShouldBe(528);
        different.Where(c => Letters.ToUpper(c) != c).ShouldBe(['ı', 'ſ']);
    }

    [Fact]
    public void Upper_case_letters_stay_as_they_are() => CodePoints.Where(c => Letters.ToUpper(Letters.ToUpper(c)) != Letters.ToUpper(c)).ShouldBeEmpty();
}
