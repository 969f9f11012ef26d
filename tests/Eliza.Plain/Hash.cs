using System.Text;

namespace Eliza.Plain;

/// <summary>SLIP's hash of a word in the six-bit characters of the IBM 7094.</summary>
public static class Hash
{
    // The position of a character is its code. Tildes fill positions without a character and have no code.
    private const string Codes = "0123456789~='~~~+ABCDEFGHI~.)~~~-JKLMNOPQR~$*~~~ /STUVWXYZ~,(";

    /// <summary>The hash of a word's last cell, with this number of bits. No word counts as six blanks.</summary>
    public static int Of(string word, int bits)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        var cell = bytes.Length == 0 ? [] : bytes[((bytes.Length - 1) / 6 * 6)..];
        ulong datum = 0;
        for (var i = 0; i < 6; i++) datum = (datum << 6) | Code(i < cell.Length ? cell[i] : (byte)' ');
        datum &= (1UL << 35) - 1;
        return (int)(unchecked(datum * datum) >> (35 - (bits / 2))) & ((1 << bits) - 1);
    }

    private static uint Code(byte character)
    {
        var code = character == '~' ? -1 : Codes.IndexOf((char)character, StringComparison.Ordinal);
        return code >= 0 ? (uint)code : character & 0x3Fu;
    }
}
