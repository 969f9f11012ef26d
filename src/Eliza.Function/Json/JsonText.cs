using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    /// <summary>Copies the bytes before the first that does not stand for itself.</summary>
    /// <param name="text">What is copied from.</param>
    /// <param name="target">At least as long as <paramref name="text"/>. What it holds behind the copy may change.</param>
    /// <returns>The bytes copied.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CopyPlain(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        for (; length <= text.Length - BlockLength; length += BlockLength)
        {
            var block = Vector128.Create(text[length..]);
            block.CopyTo(target[length..]);
            var special = SpecialIn(block);
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
        var (read, written) = (0, 0);
        while (true)
        {
            var plain = CopyPlain(text[read..], target[written..]);
            read += plain;
            written += plain;
            if (read == text.Length)
                return written;
            read += UnescapeFirst(text[read..], target, ref written);
        }
    }

    /// <summary>Writes what an escape stands for, or what two do that are the halves of a surrogate pair.</summary>
    /// <param name="text">Begins with a valid escape.</param>
    /// <param name="target">Takes what it stands for.</param>
    /// <param name="written">Where in <paramref name="target"/>, and then where behind it.</param>
    /// <returns>The bytes read.</returns>
    public static int UnescapeFirst(ReadOnlySpan<byte> text, Span<byte> target, ref int written)
    {
        if (text[1] == 'u')
        {
            written += ReadEscaped(text, out var length).EncodeToUtf8(target[written..]);
            return length;
        }
        target[written++] = Unescape(text[1]);
        return 2;
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
        _ = TryReadUnit(text, out var unit);
        length = EscapeLength;
        if (Rune.TryCreate(unit, out var rune))
            return rune;
        if (TryReadUnit(text[EscapeLength..], out var second) && Rune.TryCreate(unit, second, out rune))
        {
            length += EscapeLength;
            return rune;
        }
        return Rune.ReplacementChar;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        ushort value = 0;
        var isUnit = text.Length >= EscapeLength && text.StartsWith(@"\u"u8)
            && ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        unit = (char)value;
        return isUnit;
    }

    /// <summary>The bytes of a block that do not stand for themselves, one bit for each, the lowest for the first.</summary>
    public static uint SpecialIn(ReadOnlySpan<byte> text) => SpecialIn(Vector128.Create(text));

    private static uint SpecialIn(Vector128<byte> block) =>
        (Vector128.Equals(block, Vector128.Create((byte)'"'))
        | Vector128.Equals(block, Vector128.Create((byte)'\\'))
        | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();

    private static bool IsSpecial(byte value) => value is (byte)'"' or (byte)'\\' or < (byte)' ';
}
