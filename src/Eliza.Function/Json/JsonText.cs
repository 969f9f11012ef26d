using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Eliza.Function.Json;

/// <summary>
/// What a JSON string has between its quotes. Most of it stands for itself, and is looked through sixteen bytes at a time for
/// what does not: a quote, a backslash, a control character.
/// </summary>
internal static class JsonText
{
    /// <summary>The bytes of an escape such as <c>\u1234</c>.</summary>
    public const int EscapeLength = 6;

    /// <summary>The bytes that are looked at together.</summary>
    public const int BlockLength = 16;

    private const int HalfBlockLength = 8;

    /// <summary>Finds the first byte that does not stand for itself; the end of the text if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // most strings are a block: to call it costs as much as to look
    public static int FindSpecial(ReadOnlySpan<byte> text, int start)
    {
        for (; start <= text.Length - BlockLength; start += BlockLength)
        {
            var special = SpecialIn(BlockAt(text, start));
            if (special != 0)
                return start + BitOperations.TrailingZeroCount(special);
        }
        while (start < text.Length && !IsSpecial(text[start]))
            start++;
        return start;
    }

    /// <summary>The bytes of a block before the first that does not stand for itself; one less than a block if all do.</summary>
    /// <param name="text">Has a block there.</param>
    /// <param name="start">Where the block begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlainLength(ReadOnlySpan<byte> text, int start) =>
        BitOperations.TrailingZeroCount(SpecialIn(BlockAt(text, start)) | (1u << (BlockLength - 1)));

    /// <summary>
    /// Copies bytes up to one that does not stand for itself, over the backslashes of escaped quotes, which are nearly all
    /// that a body has to escape; some may be left.
    /// </summary>
    /// <param name="text">What is copied from.</param>
    /// <param name="read">Where in <paramref name="text"/>, and then where behind what was copied.</param>
    /// <param name="target">Has room for all that is not read. What it holds behind the copy may change.</param>
    /// <param name="written">Where in <paramref name="target"/>, and then where behind the copy.</param>
    public static void CopyPlain(ReadOnlySpan<byte> text, ref int read, Span<byte> target, ref int written)
    {
        var (from, to) = (read, written);
        // The whole block is copied at once, and from each escaped quote on again over its backslash.
        while (from <= text.Length - (2 * BlockLength))
        {
            var block = BlockAt(text, from);
            Copy(block, target, to);
            var (length, dropped) = (BlockLength, 0);
            for (var special = SpecialIn(block); special != 0;)
            {
                var mark = BitOperations.TrailingZeroCount(special);
                if (text[from + mark] != '\\' || text[from + mark + 1] != '"')
                {
                    (read, written) = (from + mark, to + mark - dropped);
                    return;
                }
                Copy(BlockAt(text, from + mark + 1), target, to + mark - dropped);
                dropped++;
                special &= ~(3u << mark);
                length = Math.Max(BlockLength, mark + 2);
            }
            from += length;
            to += length - dropped;
        }
        while (from < text.Length && !IsSpecial(text[from]))
            target[to++] = text[from++];
        (read, written) = (from, to);
    }

    /// <summary>Copies bytes, a backslash before each quote and backslash, up to the first control character.</summary>
    /// <param name="text">What is copied from.</param>
    /// <param name="read">Where in <paramref name="text"/>, and then where behind what was copied.</param>
    /// <param name="target">Has room for twice what is not read, and for a block. What it holds behind the copy may change.</param>
    /// <param name="written">Where in <paramref name="target"/>, and then where behind the copy.</param>
    public static void CopyEscaped(ReadOnlySpan<byte> text, ref int read, Span<byte> target, ref int written)
    {
        var (from, to) = (read, written);
        // The whole block is copied at once, and from each mark on again behind its backslash.
        for (; from <= text.Length - (2 * BlockLength); from += BlockLength)
        {
            var block = BlockAt(text, from);
            if (Vector128.LessThanAny(block, Vector128.Create((byte)' ')))
                break;
            Copy(block, target, to);
            var copied = 0;
            for (var marks = MarksIn(block).ExtractMostSignificantBits(); marks != 0; marks &= marks - 1)
            {
                var mark = BitOperations.TrailingZeroCount(marks);
                to += mark - copied;
                copied = mark;
                target[to++] = (byte)'\\';
                Copy(BlockAt(text, from + mark), target, to);
            }
            to += BlockLength - copied;
        }
        for (; from < text.Length && text[from] >= ' '; from++)
        {
            if (IsSpecial(text[from]))
                target[to++] = (byte)'\\';
            target[to++] = text[from];
        }
        (read, written) = (from, to);
    }

    /// <summary>Copies the characters before the first that does not stand for itself, or is not one of ASCII that can be seen.</summary>
    /// <param name="text">What is copied from.</param>
    /// <param name="target">Has room for all of it.</param>
    /// <returns>The characters copied.</returns>
    public static int CopyPlain(ReadOnlySpan<char> text, Span<byte> target)
    {
        var length = 0;
        while (length < text.Length && text.Length >= HalfBlockLength)
        {
            // The last block may begin in the one before it.
            length = Math.Min(length, text.Length - HalfBlockLength);
            var block = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(length, HalfBlockLength)));
            Vector128.Narrow(block, block).GetLower().CopyTo(target.Slice(length, HalfBlockLength));
            var special = Vector128.Equals(block, Vector128.Create((ushort)'"'))
                | Vector128.Equals(block, Vector128.Create((ushort)'\\'))
                | Vector128.GreaterThan(block - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' ')));
            var bits = Vector128.Narrow(special, special).ExtractMostSignificantBits();
            if (bits != 0)
                return length + BitOperations.TrailingZeroCount(bits);
            length += HalfBlockLength;
        }
        for (; length < text.Length && text[length] is >= ' ' and <= '~' and not ('"' or '\\'); length++)
            target[length] = (byte)text[length];
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
            CopyPlain(text, ref read, target, ref written);
            if (read == text.Length)
                return written;
            UnescapeFirst(text, ref read, target, ref written);
        }
    }

    /// <summary>Writes what an escape stands for, or what two do that are the halves of a surrogate pair.</summary>
    /// <param name="text">Has a valid escape there.</param>
    /// <param name="read">Where in <paramref name="text"/>, and then where behind it.</param>
    /// <param name="target">Takes what it stands for.</param>
    /// <param name="written">Where in <paramref name="target"/>, and then where behind it.</param>
    public static void UnescapeFirst(ReadOnlySpan<byte> text, ref int read, Span<byte> target, ref int written)
    {
        if (text[read + 1] == 'u')
        {
            written += ReadEscaped(text[read..], out var length).EncodeToUtf8(target[written..]);
            read += length;
        }
        else
        {
            target[written++] = Unescape(text[read + 1]);
            read += 2;
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

    // The bytes of a block that do not stand for themselves, one bit for each, the lowest for the first.
    private static uint SpecialIn(Vector128<byte> block) =>
        (MarksIn(block) | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();

    private static Vector128<byte> MarksIn(Vector128<byte> block) =>
        Vector128.Equals(block, Vector128.Create((byte)'"')) | Vector128.Equals(block, Vector128.Create((byte)'\\'));

    private static Vector128<byte> BlockAt(ReadOnlySpan<byte> text, int index) => Vector128.Create(text.Slice(index, BlockLength));

    private static void Copy(Vector128<byte> block, Span<byte> target, int index) => block.CopyTo(target.Slice(index, BlockLength));

    private static bool IsSpecial(byte value) => value is (byte)'"' or (byte)'\\' or < (byte)' ';
}
