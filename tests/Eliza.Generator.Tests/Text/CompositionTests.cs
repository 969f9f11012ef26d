using System.Globalization;
using Eliza.Runtime.Text;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Text;

public sealed class CompositionTests
{
    [Fact]
    public void Unicodes_own_tests_of_the_normal_form_hold()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Eliza.Generator.Tests", "Text", "compositions.txt"));
        rows.Length.ShouldBeGreaterThan(7_000);
        foreach (var row in rows)
        {
            if (row.Split(';') is not [var typed, var composed]) throw new FormatException(row);
            Composed(Text(typed)).ShouldBe(Text(composed), row);
            Composed(Text(composed)).ShouldBe(Text(composed), row);
        }
    }

    [Fact]
    public void Every_syllable_of_Hangul_is_put_together_from_its_letters()
    {
        for (var syllable = 0; syllable < 11_172; syllable++)
        {
            var letters = $"{(char)(0x1100 + (syllable / 588))}{(char)(0x1161 + (syllable / 28 % 21))}{(syllable % 28 == 0 ? "" : (char)(0x11A7 + (syllable % 28)))}";
            Composed(letters).ShouldBe($"{(char)(0xAC00 + syllable)}");
        }
    }

    [Fact]
    public void Thousands_of_marks_on_a_letter_are_put_in_order()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000));
        Composed("x" + marks).ShouldBe("x" + new string('\u0323', 50_000) + new string('\u0301', 50_000));
    }

    private static string Composed(string text)
    {
        var composed = new char[3 * text.Length];
        return new(composed, 0, Composition.Compose(text, composed));
    }

    private static string Text(string codePoints) =>
        string.Concat(codePoints.Split(' ').Select(codePoint => char.ConvertFromUtf32(int.Parse(codePoint, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
}
