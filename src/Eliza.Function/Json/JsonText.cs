using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Eliza.Function.Json;

/// <summary>
/// What a JSON string has between its quotes. Most of it stands for itself, and is looked through or copied sixteen bytes
/// at a time up to what does not: a quote, a backslash, a control character.
/// </summary>
internal static class JsonText
{
    private const int EscapeLength = 6; // of "\u1234"

    /// <summary>The bytes before the first that does not stand for itself.</summary>
    public static int PlainLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        for (; length <= text.Length - Vector128<byte>.Count; length += Vector128<byte>.Count)
        {
            var special = Special(Vector128.Create(text[length..]));
            if (special != 0)
                return length + BitOperations.TrailingZeroCount(special);
        }
        while (length < text.Length && !IsSpecial(text[length]))
            length++;
        return length;
    }

    /// <summary>Copies the bytes before the first that does not stand for itself.</summary>
    /// <param name="text">What is copied from.</param>
    /// <param name="target">At least as long as <paramref name="text"/>. What it holds behind the copy may change.</param>
    /// <returns>The bytes copied.</returns>
    public static int CopyPlain(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        for (; length <= text.Length - Vector128<byte>.Count; length += Vector128<byte>.Count)
        {
            var block = Vector128.Create(text[length..]);
            block.CopyTo(target[length..]);
            var special = Special(block);
            if (special != 0)
                return length + BitOperations.TrailingZeroCount(special);
        }
        for (; length < text.Length && !IsSpecial(text[length]); length++)
            target[length] = text[length];
        return length;
    }

    /// <summary>Writes what a string stands for.</summary>
    /// <param name="text">What a valid string has between its quotes.</param>
    /// <param name="target">At least as long.</param>
    /// <returns>The bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        while (true)
        {
            var plain = CopyPlain(text, target[written..]);
            written += plain;
            if (plain == text.Length)
                return written;
            text = text[plain..];
            if (text[1] != 'u')
            {
                target[written++] = Unescape(text[1]);
                text = text[2..];
                continue;
            }
            written += ReadEscaped(text, out var escapeLength).EncodeToUtf8(target[written..]);
            text = text[escapeLength..];
        }
    }

    private static byte Unescape(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => letter,
    };

    // JavaScript's JSON.stringify writes one half of a surrogate pair for text that was cut within an emoji; no UTF-8 can hold it.
    private static Rune ReadEscaped(ReadOnlySpan<byte> text, out int length)
    {
        var unit = EscapedUnit(text);
        length = EscapeLength;
        if (Rune.TryCreate(unit, out var rune))
            return rune;
        if (text[EscapeLength..].StartsWith(@"\u"u8) && Rune.TryCreate(unit, EscapedUnit(text[EscapeLength..]), out rune))
        {
            length += EscapeLength;
            return rune;
        }
        return Rune.ReplacementChar;
    }

    private static char EscapedUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    // One bit for each byte.
    private static uint Special(Vector128<byte> block) =>
        (Vector128.Equals(block, Vector128.Create((byte)'"'))
        | Vector128.Equals(block, Vector128.Create((byte)'\\'))
        | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();

    private static bool IsSpecial(byte value) => value is (byte)'"' or (byte)'\\' or < (byte)' ';
}
