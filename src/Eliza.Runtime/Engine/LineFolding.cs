using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>
/// Brings a whole line into the form in which it is cut into words and compared, and says where it is to be cut:
/// what separates is then a blank, a comma or a full stop.
/// </summary>
/// <remarks>A line in ASCII is folded sixteen characters at a time, any other one by one.</remarks>
internal static class LineFolding
{
    /// <summary>The characters behind a line that are read and written, to no effect.</summary>
    public const int Slack = Stroke;

    /// <summary>The characters that are folded together.</summary>
    private const int Stroke = 16;

    /// <summary>The characters whose bits fit into a number.</summary>
    private const int Block = 64;

    /// <summary>The numbers that hold the separators of a line, with one more behind its end.</summary>
    public static int Blocks(int length) => (length / Block) + 1;

    /// <summary>Folds as the line language does. The spelling that replies show is kept, character for character.</summary>
    /// <returns>The characters written to each.</returns>
    public static int FoldLine(ReadOnlySpan<char> line, Span<char> spelling, Span<char> folded, Span<ulong> separators)
    {
        Pad(line, spelling);
        if (TryFoldAscii<LineAlphabet>(spelling, line.Length, folded, separators)) return line.Length;

        var length = 0;
        while (!line.IsEmpty)
        {
            // A lone surrogate, which no text can hold, is decoded to the replacement character.
            _ = Rune.DecodeFromUtf16(line, out var rune, out var read);
            line = line[read..];
            if (rune.IsBmp && LineText.EndsClause((char)rune.Value))
            {
                folded[length++] = LineText.Stop;
            }
            else if (rune.IsBmp && LineText.IsBlank((char)rune.Value))
            {
                folded[length++] = LineText.Blank;
            }
            else
            {
                var upperCase = new Rune(LineText.Fold(rune.Value));
                _ = (upperCase.Value == '\'' ? upperCase : rune).EncodeToUtf16(spelling[length..]);
                length += upperCase.EncodeToUtf16(folded[length..]);
            }
        }

        Separate(folded, length, separators);
        return length;
    }

    /// <summary>Folds as the list language does.</summary>
    /// <returns>The characters written.</returns>
    public static int FoldList(ReadOnlySpan<char> line, Span<char> folded, Span<ulong> separators)
    {
        Pad(line, folded);
        if (TryFoldAscii<ListAlphabet>(folded, line.Length, folded, separators)) return line.Length;

        var length = 0;
        while (!line.IsEmpty)
        {
            _ = Rune.DecodeFromUtf16(line, out var rune, out var read);
            line = line[read..];
            length += ListText.FoldTyped(rune.Value, folded[length..]);
        }

        Separate(folded, length, separators);
        return length;
    }

    private static void Pad(ReadOnlySpan<char> line, Span<char> padded)
    {
        line.CopyTo(padded);
        padded.Slice(line.Length, Slack).Fill(' ');
    }

    /// <summary>Folds a line, unless it is not in ASCII.</summary>
    /// <remarks>All characters, ASCII or not, are one pass; whether it was in vain is asked at its end.</remarks>
    private static bool TryFoldAscii<TAlphabet>(ReadOnlySpan<char> padded, int length, Span<char> folded, Span<ulong> separators)
        where TAlphabet : struct, IAlphabet
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(padded));
        ref var target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(folded));
        var all = Vector128<ushort>.Zero;
        for (var block = 0; block <= length; block += Block)
        {
            ulong bits = 0;
            for (var index = block; index <= length && index < block + Block; index += Stroke)
            {
                var low = Vector128.LoadUnsafe(ref source, (nuint)index);
                var high = Vector128.LoadUnsafe(ref source, (nuint)index + 8);
                all |= low | high;
                var characters = TAlphabet.Fold(Vector128.Narrow(low, high));
                (low, high) = Vector128.Widen(characters);
                low.StoreUnsafe(ref target, (nuint)index);
                high.StoreUnsafe(ref target, (nuint)index + 8);
                var areSeparators = Are(characters, ' ') | Are(characters, ',') | Are(characters, '.');
                bits |= (ulong)areSeparators.ExtractMostSignificantBits() << (index - block);
            }

            separators[block / Block] = bits;
        }

        separators[length / Block] &= (2UL << (length % Block)) - 1; // not the padding
        return !Vector128.GreaterThanAny(all, Vector128.Create((ushort)0x7F));
    }

    private static void Separate(Span<char> folded, int length, Span<ulong> separators)
    {
        folded[length] = ' ';
        separators[..Blocks(length)].Clear();
        for (var index = 0; index <= length; index++)
        {
            if (folded[index] is ' ' or ',' or '.') separators[index / Block] |= 1UL << (index % Block);
        }
    }

    private static Vector128<byte> Are(Vector128<byte> characters, char character) => Vector128.Equals(characters, Vector128.Create((byte)character));

    private static Vector128<byte> UpperCase(Vector128<byte> characters)
    {
        var areSmall = Vector128.LessThanOrEqual(characters - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a')));
        return characters ^ (areSmall & Vector128.Create((byte)0x20));
    }

    private static Vector128<byte> Put(char character, Vector128<byte> where, Vector128<byte> characters) =>
        Vector128.ConditionalSelect(where, Vector128.Create((byte)character), characters);

    /// <summary>What the ASCII characters become in a language.</summary>
    private interface IAlphabet
    {
        static abstract Vector128<byte> Fold(Vector128<byte> characters);
    }

    private readonly struct ListAlphabet : IAlphabet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // by itself Native AOT calls it, which costs 3 % of a reply
        public static Vector128<byte> Fold(Vector128<byte> characters)
        {
            var folded = UpperCase(characters);
            folded = Put('.', Are(characters, '!') | Are(characters, '?'), folded);
            folded = Put(',', Are(characters, ':') | Are(characters, ';'), folded);
            return Put(' ', Are(characters, '"') | Are(characters, '`') | Are(characters, '\n') | Are(characters, '\r'), folded);
        }
    }

    private readonly struct LineAlphabet : IAlphabet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // by itself Native AOT calls it, which costs 3 % of a reply
        public static Vector128<byte> Fold(Vector128<byte> characters)
        {
            var areStops = Are(characters, '!') | Are(characters, '?') | Are(characters, ',') | Are(characters, ':') | Are(characters, ';');
            var areBrackets = Are(characters, '(') | Are(characters, ')') | Are(characters | Vector128.Create((byte)0x20), '{') | Are(characters | Vector128.Create((byte)0x20), '}');
            var areBlanks = Vector128.LessThan(characters, Vector128.Create((byte)' ')) | Are(characters, '\x7F') | Are(characters, '"') | Are(characters, '`') | areBrackets;
            return Put(' ', areBlanks, Put('.', areStops, UpperCase(characters)));
        }
    }
}
