using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Eliza.Function.Json;

/// <summary>
/// What a JSON string has between its quotes. Most of it stands for itself, and is looked through sixteen bytes at a time for
/// what does not: a quote, a backslash, a control character.
/// </summary>
internal static class JsonText
{
    /// <summary>The bytes that are looked at together.</summary>
    public const int BlockLength = 16;

    /// <summary>The bytes of an escape such as <c>\u1234</c>.</summary>
    public const int EscapeLength = 6;

    /// <summary>The bytes before the first that does not stand for itself.</summary>
    public static int PlainLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        for (; length <= text.Length - BlockLength; length += BlockLength)
        {
            var special = SpecialIn(text[length..]);
            if (special != 0)
                return length + BitOperations.TrailingZeroCount(special);
        }
        while (length < text.Length && !IsSpecial(text[length]))
            length++;
        return length;
    }

    /// <summary>Writes what a string stands for.</summary>
    /// <param name="text">What a valid string has between its quotes.</param>
    /// <param name="target">At least as long.</param>
    /// <returns>The bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        while (text.IndexOf((byte)'\\') is >= 0 and var plain)
        {
            text[..plain].CopyTo(target[written..]);
            written += plain;
            text = text[plain..];
            var length = 2;
            if (text[1] == 'u')
                written += ReadEscaped(text, out length).EncodeToUtf8(target[written..]);
            else
                target[written++] = Unescape(text[1]);
            text = text[length..];
        }
        text.CopyTo(target[written..]);
        return written + text.Length;
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

    /// <summary>The bytes of a block that do not stand for themselves, one bit for each, the lowest for the first.</summary>
    public static uint SpecialIn(ReadOnlySpan<byte> text) => SpecialIn(Vector128.Create(text));

    private static uint SpecialIn(Vector128<byte> block) =>
        (Vector128.Equals(block, Vector128.Create((byte)'"'))
        | Vector128.Equals(block, Vector128.Create((byte)'\\'))
        | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();

    private static bool IsSpecial(byte value) => value is (byte)'"' or (byte)'\\' or < (byte)' ';
}
