using System.Globalization;
using System.Text;

namespace Eliza.Plain;

/// <summary>The characters of the line language, by the Unicode categories and case mappings of .NET.</summary>
public static class Characters
{
    /// <summary>The characters that end a clause, in the writing systems of the tests.</summary>
    private const string ClauseEnds = ".,:?!;…‥–—―¡¿、，。：；！？｡､،؛؟۔।॥።፣፤׃·՞։၊။៖៕᠂᠃‼⁉";

    /// <summary>Letters with separate marks, and the same letters in one character. Longer ones come first.</summary>
    private static readonly (string Typed, string Composed)[] Compositions =
    [
        ("u\u0308\u0301", "ǘ"), ("ü\u0301", "ǘ"), ("e\u0301", "é"), ("E\u0301", "É"), ("n\u0303", "ñ"), ("N\u0303", "Ñ"),
        ("i\u0308", "ï"), ("I\u0307", "İ"), ("I\u0308", "Ï"), ("ι\u0308\u0301", "ΐ"), ("ά", "ά"), ("Å", "Å"), ("и\u0306", "й"), ("И\u0306", "Й"),
        ("\u1112\u1161\u11AB", "한"), ("하\u11AB", "한"), ("\u1100\u116E\u11A8", "국"), ("か\u3099", "が"), ("が", "が"), ("\u0958", "क\u093C"), ("金", "金"),
        ("a\u0301\u0323", "ạ\u0301"), ("A\u0301\u0323", "Ạ\u0301"), ("ο\u0301", "ό"), ("Ο\u0301", "Ό"),
    ];

    /// <summary>The characters of a text, without ignored ones, and with one character for a letter and its marks.</summary>
    public static Rune[] Of(string text)
    {
        text = string.Concat(text.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format).Select(rune => rune.ToString()));
        foreach (var (typed, composed) in Compositions) text = text.Replace(typed, composed, StringComparison.Ordinal);
        return [.. text.EnumerateRunes()];
    }

    public static bool IsLetterOrNumber(Rune rune) => Rune.IsLetter(rune) || IsNumber(rune);

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    public static bool IsDigit(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsApostrophe(Rune rune) => rune.ToString() is "'" or "’";

    public static bool IsHyphen(Rune rune) => rune.ToString() is "-" or "‐" or "‑";

    public static bool EndsClause(Rune rune) => ClauseEnds.Contains(rune.ToString(), StringComparison.Ordinal);

    /// <summary>The form of a character for comparisons. Case does not matter, nor the dot of an I.</summary>
    public static Rune Fold(Rune rune) => rune.ToString() switch
    {
        "İ" or "ı" => new('i'),
        "ſ" => new('s'),
        _ => Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)),
    };

    /// <summary>A character at the beginning of a sentence.</summary>
    public static Rune Title(Rune rune) => rune.ToString() switch
    {
        "ı" => new('I'),
        "ſ" => new('S'),
        "ǆ" or "Ǆ" => new('ǅ'),
        "ǉ" or "Ǉ" => new('ǈ'),
        "ǌ" or "Ǌ" => new('ǋ'),
        "ǳ" or "Ǳ" => new('ǲ'),
        "ǅ" or "ǈ" or "ǋ" or "ǲ" => rune,
        _ => IsGeorgian(rune) ? rune : Rune.ToUpperInvariant(rune),
    };

    /// <summary>Whether a character is a capital. A Roman numeral (Ⅷ) counts, although it is no letter.</summary>
    public static bool IsCapital(Rune rune) => Fold(rune) != rune && Title(rune) == rune;

    private static bool IsNumber(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Georgian has capitals only for words that are completely in capitals.</summary>
    private static bool IsGeorgian(Rune rune) => rune.Value is >= 0x10D0 and <= 0x10FF;
}
