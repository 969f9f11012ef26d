using System.Text;

namespace Eliza.Runtime.Engine;

/// <summary>The hash of 1966, which chooses the memory rule. A machine word has six characters in Hollerith codes.</summary>
internal static class Hollerith
{
    private const int CellLength = 6;
    private const int Blank = 0x30;

    /// <summary>The codes of the characters from blank to Z. A character without a code has its low six bits.</summary>
    private static ReadOnlySpan<byte> Codes =>
    [
        0x30, 0x21, 0x22, 0x23, 0x2B, 0x25, 0x26, 0x0C, 0x3C, 0x1C, 0x2C, 0x10, 0x3B, 0x20, 0x1B, 0x31,
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x3A, 0x3B, 0x3C, 0x0B, 0x3E, 0x3F,
        0x00, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26,
        0x27, 0x28, 0x29, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39,
    ];

    /// <summary>The middle bits of the square of the word's last cell. A cell has six bytes of the word in UTF-8, padded with blanks.</summary>
    public static int Hash(ReadOnlySpan<char> word, int bits)
    {
        if (Ascii.IsValid(word)) return Middle(Cell(word.IsEmpty ? word : word[((word.Length - 1) / CellLength * CellLength)..]), bits);

        Span<char> lastCell = stackalloc char[CellLength];
        var length = 0;
        Span<byte> character = stackalloc byte[4];
        foreach (var rune in word.EnumerateRunes())
        {
            foreach (var value in character[..rune.EncodeToUtf8(character)])
            {
                if (length == CellLength) length = 0;
                lastCell[length++] = (char)value;
            }
        }

        return Middle(Cell(lastCell[..length]), bits);
    }

    private static long Cell(ReadOnlySpan<char> values)
    {
        long cell = 0;
        for (var index = 0; index < CellLength; index++) cell = (cell << 6) | (long)(index < values.Length ? CodeOf(values[index]) : Blank);
        return cell;
    }

    private static int Middle(long cell, int bits)
    {
        var magnitude = cell & ((1L << 35) - 1);
        return (int)(unchecked((ulong)(magnitude * magnitude)) >> (35 - (bits / 2))) & ((1 << bits) - 1);
    }

    private static int CodeOf(char value)
    {
        var index = value - ' ';
        return (uint)index < (uint)Codes.Length ? Codes[index] : value & 0x3F;
    }
}
