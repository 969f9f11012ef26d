namespace Eliza.Runtime.Text;

/// <summary>Reads and writes code points in UTF-16. Half of a surrogate pair counts as a code point.</summary>
internal static class Utf16
{
    /// <summary>The code point at a position. The position moves past it.</summary>
    public static int Read(ReadOnlySpan<char> text, ref int position)
    {
        var character = text[position++];
        return char.IsHighSurrogate(character) && position < text.Length && char.IsLowSurrogate(text[position])
            ? char.ConvertToUtf32(character, text[position++])
            : character;
    }

    /// <summary>Writes a code point to the start of a span, and returns the number of code units.</summary>
    public static int Write(int codePoint, Span<char> text)
    {
        if (codePoint < 0x10000)
        {
            text[0] = (char)codePoint;
            return 1;
        }

        text[0] = (char)(0xD800 + ((codePoint - 0x10000) >> 10));
        text[1] = (char)(0xDC00 + (codePoint & 0x3FF));
        return 2;
    }
}
