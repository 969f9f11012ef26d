using System.Text;

namespace Eliza.Plain;

/// <summary>
/// Upper case by <c>toupper</c> of ISO/IEC 30112, made from the mapping of .NET with InvariantGlobalization. The standard has
/// 949 pairs: those of .NET without the letters that are newer than the standard, and two more.
/// </summary>
public static class Alphabet
{
    private const int DotlessI = 0x131;
    private const int LongS = 0x17F;

    private static readonly (int First, int Last)[] YoungerLetters =
    [
        (0x19B, 0x19B), (0x23F, 0x240), (0x252, 0x252), (0x25C, 0x25C), (0x261, 0x261), (0x264, 0x266), (0x26A, 0x26A),
        (0x26C, 0x26C), (0x282, 0x282), (0x287, 0x287), (0x29D, 0x29E), (0x3D7, 0x3D7), (0x3F3, 0x3F3), (0x525, 0x52F),
        (0x10D0, 0x10FA), (0x10FD, 0x10FF), (0x13F8, 0x13FD), (0x1C80, 0x1C8A), (0x1D79, 0x1D79), (0x1D8E, 0x1D8E),
        (0x2C5F, 0x2C5F), (0x2CEC, 0x2CEE), (0x2CF3, 0x2CF3), (0x2D27, 0x2D27), (0x2D2D, 0x2D2D), (0xA641, 0xA66D),
        (0xA681, 0xA69B), (0xA723, 0xA7F6), (0xAB53, 0xAB53), (0xAB70, 0xABBF), (0x104D8, 0x104FB), (0x10597, 0x105BC),
        (0x10CC0, 0x10CF2), (0x10D70, 0x10D85), (0x118C0, 0x118DF), (0x16E60, 0x16E7F), (0x1E922, 0x1E943),
    ];

    /// <summary>The text in upper case. Half of a surrogate pair becomes U+FFFD.</summary>
    public static string Upper(string text) => string.Concat(text.EnumerateRunes().Select(rune => Upper(rune).ToString()));

    /// <summary>The upper case of a character, or the character itself.</summary>
    public static Rune Upper(Rune rune) => rune.Value switch
    {
        < 0x80 => Rune.ToUpperInvariant(rune),
        DotlessI => new('I'),
        LongS => new('S'),
        _ when Rune.ToUpperInvariant(rune) == rune => rune,
        var value when YoungerLetters.Any(range => range.First <= value && value <= range.Last) => rune,
        _ => Rune.ToUpperInvariant(rune),
    };
}
