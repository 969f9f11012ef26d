namespace Eliza.Runtime.Text;

/// <summary>
/// The characters of the list language. The user's lines and the symbols of a script are folded to one form before they are
/// compared.
/// </summary>
internal static class ListText
{
    /// <summary>The largest number of UTF-16 code units that one code unit can become.</summary>
    public const int MaxExpansion = 3;

    /// <summary>
    /// Folds a text: quotation marks become blanks, sentence ends <c>.</c>, pauses <c>,</c>, ligatures separate letters, and
    /// letters capitals. Half of a surrogate pair does not change.
    /// </summary>
    /// <param name="text">The text that was typed.</param>
    /// <param name="folded">Takes the result; at least <see cref="MaxExpansion"/> times as long as <paramref name="text"/>.</param>
    /// <returns>The number of code units written.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            length += Fold(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i], folded.Slice(length));
        }

        return length;
    }

    /// <summary>Folds one code point of a user's line. Line ends become blanks, because a line of 1966 had no line ends in it.</summary>
    public static int FoldTyped(int codePoint, Span<char> folded) => Fold(codePoint is '\n' or '\r' ? ' ' : codePoint, folded);

    /// <summary>Folds one code point to the start of a span, and returns the number of code units, one to three.</summary>
    public static int Fold(int codePoint, Span<char> folded)
    {
        switch (codePoint)
        {
            case >= 'A' and <= 'Z' or >= '0' and <= '9' or ' ' or '.' or ',':
                return Write((char)codePoint, folded);
            case 0x2019:
                return Write('\'', folded);
            case '"' or '`' or 0xA1 or 0xAB or 0xBB or 0xBF or 0x2018 or >= 0x201A and <= 0x201F or 0x2039 or 0x203A:
                return Write(' ', folded);
            case '!' or '?':
                return Write('.', folded);
            case ':' or ';' or 0x2013 or 0x2014:
                return Write(',', folded);
            case 0xDF:
                return Write("SS", folded);
            case >= 0xFB00 and <= 0xFB06:
                return Write(Ligature(codePoint), folded);
        }

        var upper = Letters.ToUpper(codePoint);
        if (upper < 0x10000) return Write((char)upper, folded);

        folded[0] = (char)(0xD800 + ((upper - 0x10000) >> 10));
        folded[1] = (char)(0xDC00 + (upper & 0x3FF));
        return 2;
    }

    private static string Ligature(int codePoint) => codePoint switch
    {
        0xFB00 => "FF",
        0xFB01 => "FI",
        0xFB02 => "FL",
        0xFB03 => "FFI",
        0xFB04 => "FFL",
        _ => "ST",
    };

    private static int Write(char character, Span<char> folded)
    {
        folded[0] = character;
        return 1;
    }

    private static int Write(string characters, Span<char> folded)
    {
        characters.AsSpan().CopyTo(folded);
        return characters.Length;
    }
}
