using System.Text;
using Eliza.Plain;
using Eliza.Runtime.Text;

namespace Eliza.Engine.Tests.Plain;

public sealed class AlphabetTests
{
    private static IEnumerable<Rune> EveryCharacter =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value));

    [Fact]
    public void It_has_the_949_mappings_of_the_standard() =>
        EveryCharacter.Count(rune => Alphabet.Upper(rune) != rune).ShouldBe(949);

    [Fact]
    public void It_comes_to_the_same_letters_as_the_table_of_the_runtime() =>
        EveryCharacter.Where(rune => Alphabet.Upper(rune).Value != Letters.ToUpper(rune.Value)).ShouldBeEmpty();
}
