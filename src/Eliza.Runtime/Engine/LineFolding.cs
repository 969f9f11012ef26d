using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>
/// Folds a whole line to the form in which words are compared, and marks where the line is divided. After that all separators are
/// blanks, commas or full stops.
/// </summary>
/// <remarks>A line in ASCII is folded sixteen characters at a time, any other line one by one.</remarks>
internal static class LineFolding
{
    /// <summary>The number of characters after a line that may be read and written. Their values do not matter.</summary>
    public const int Slack = Stroke;

    /// <summary>The number of characters that are folded together.</summary>
    private const int Stroke = 16;

    /// <summary>The number of characters whose bits are in one number.</summary>
    private const int Block = 64;

    /// <summary>The number of numbers for the separator bits of a line and one bit for its end.</summary>
    public static int Blocks(int length) => (length / Block) + 1;

    /// <summary>Folds a line of the line language. The turn's line keeps the form for replies, character by character.</summary>
    /// <returns>The number of characters in each form.</returns>
    public static int FoldLine(ReadOnlySpan<char> line, Turn turn)
    {
        turn.Begin(line.Length);
        Pad(line, turn.Line);
        if (TryFoldAscii<LineAlphabet>(turn.Line, line.Length, turn.Folded(line.Length), turn.Separators)) return line.Length;

        var length = LineText.MaxExpansion * line.Length;
        turn.Begin(length);
        return FoldWords(line, turn.Line, turn.Folded(length), turn.Separators);
    }

    /// <summary>Folds a line of any writing system, word by word.</summary>
    private static int FoldWords(ReadOnlySpan<char> line, Span<char> shown, Span<char> folded, Span<ulong> separators)
    {
        separators[..Blocks(LineText.MaxExpansion * line.Length)].Clear();
        var length = 0;
        var isBehindWord = false;
        var scanner = new LineScanner(line);
        while (scanner.TryRead())
        {
            if (scanner.IsStop || isBehindWord) Separate(scanner.IsStop ? LineText.Stop : LineText.Blank, ref length, folded, separators);
            isBehindWord = !scanner.IsStop;
            if (scanner.IsStop) continue;

            var start = length;
            length += LineText.Show(line[scanner.Start..scanner.End], scanner.IsToCompose, shown[start..]);
            LineText.Fold(shown[start..length], folded[start..]);
        }

        var end = length;
        Separate(LineText.Blank, ref end, folded, separators);
        return length;
    }

    private static void Separate(char separator, ref int length, Span<char> folded, Span<ulong> separators)
    {
        separators[length / Block] |= 1UL << (length % Block);
        folded[length++] = separator;
    }

    /// <summary>Folds a line of the list language into the turn's line.</summary>
    /// <returns>The number of characters.</returns>
    public static int FoldList(ReadOnlySpan<char> line, Turn turn)
    {
        turn.Begin(ListText.MaxExpansion * line.Length);
        var folded = turn.Line;
        var separators = turn.Separators;
        Pad(line, folded);
        if (TryFoldAscii<ListAlphabet>(folded, line.Length, folded, separators)) return line.Length;

        var length = 0;
        while (!line.IsEmpty)
        {
            _ = Rune.DecodeFromUtf16(line, out var rune, out var read);
            line = line[read..];
            length += ListText.FoldTyped(rune.Value, folded[length..]);
        }

        folded[length] = ' ';
        separators[..Blocks(length)].Clear();
        for (var index = 0; index <= length; index++)
        {
            if (folded[index] is ' ' or ',' or '.') separators[index / Block] |= 1UL << (index % Block);
        }

        return length;
    }

    private static void Pad(ReadOnlySpan<char> line, Span<char> padded)
    {
        line.CopyTo(padded);
        padded.Slice(line.Length, Slack).Fill(' ');
    }

    /// <summary>Folds a line if it is in ASCII.</summary>
    /// <remarks>It folds all characters in one pass, and checks only at the end whether all were ASCII.</remarks>
    private static bool TryFoldAscii<TAlphabet>(ReadOnlySpan<char> padded, int length, Span<char> folded, Span<ulong> separators)
        where TAlphabet : struct, IAlphabet
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(padded));
        ref var target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(folded));
        var all = Vector128<ushort>.Zero;
        var digits = Vector128<byte>.Zero;
        for (var block = 0; block <= length; block += Block)
        {
            ulong bits = 0;
            ulong joiners = 0;
            for (var index = block; index <= length && index < block + Block; index += Stroke)
            {
                var low = Vector128.LoadUnsafe(ref source, (nuint)index);
                var high = Vector128.LoadUnsafe(ref source, (nuint)index + 8);
                all |= low | high;
                var typed = Vector128.Narrow(low, high);
                var characters = TAlphabet.Fold(typed, out var areSeparators);
                (low, high) = Vector128.Widen(characters);
                low.StoreUnsafe(ref target, (nuint)index);
                high.StoreUnsafe(ref target, (nuint)index + 8);
                bits |= (ulong)areSeparators.ExtractMostSignificantBits() << (index - block);
                if (!TAlphabet.Joins) continue;
                joiners |= (ulong)AreJoiners(typed).ExtractMostSignificantBits() << (index - block);
                digits |= AreDigits(typed);
            }

            if (joiners != 0) bits |= Unjoined(padded, block, joiners, folded);
            separators[block / Block] = bits;
        }

        separators[length / Block] &= (2UL << (length % Block)) - 1; // without the bits of the padding
        if (Vector128.GreaterThanAny(all, Vector128.Create((ushort)0x7F))) return false;
        if (TAlphabet.Joins && digits != Vector128<byte>.Zero) JoinNumbers(padded[..length], folded, separators);
        return true;
    }

    /// <summary>The apostrophes and hyphens of a block that separate words, because they are not between two letters or digits.</summary>
    private static ulong Unjoined(ReadOnlySpan<char> padded, int block, ulong joiners, Span<char> folded)
    {
        ulong unjoined = 0;
        for (; joiners != 0; joiners &= joiners - 1)
        {
            var bit = BitOperations.TrailingZeroCount(joiners);
            var index = block + bit;
            var (before, after) = (index == 0 ? ' ' : padded[index - 1], padded[index + 1]);
            var isBehindWord = char.IsAsciiLetterOrDigit(before);
            var isBeforeWord = char.IsAsciiLetterOrDigit(after);
            if (isBehindWord && isBeforeWord) continue;

            unjoined |= 1UL << bit;
            var endsClause = padded[index] == '-' && (before == '-' || after == '-' || !(isBehindWord || isBeforeWord));
            folded[index] = endsClause ? LineText.Stop : LineText.Blank;
        }

        return unjoined;
    }

    /// <summary>Joins numbers such as 7.30, whose point was read as the end of a clause.</summary>
    private static void JoinNumbers(ReadOnlySpan<char> line, Span<char> folded, Span<ulong> separators)
    {
        for (var index = 1; index < line.Length - 1; index++)
        {
            if (line[index] is not ('.' or ',' or ':') || !char.IsAsciiDigit(line[index - 1]) || !char.IsAsciiDigit(line[index + 1])) continue;
            folded[index] = line[index];
            separators[index / Block] &= ~(1UL << (index % Block));
        }
    }

    private static Vector128<byte> Are(Vector128<byte> characters, char character) => Vector128.Equals(characters, Vector128.Create((byte)character));

    private static Vector128<byte> AreBetween(Vector128<byte> characters, char first, char last) =>
        Vector128.LessThanOrEqual(characters - Vector128.Create((byte)first), Vector128.Create((byte)(last - first)));

    private static Vector128<byte> AreDigits(Vector128<byte> characters) => AreBetween(characters, '0', '9');

    private static Vector128<byte> AreJoiners(Vector128<byte> characters) => Are(characters, '\'') | Are(characters, '-');

    private static Vector128<byte> Put(char character, Vector128<byte> where, Vector128<byte> characters) =>
        Vector128.ConditionalSelect(where, Vector128.Create((byte)character), characters);

    /// <summary>The folding of ASCII characters in a language.</summary>
    private interface IAlphabet
    {
        /// <summary>Whether a separator may also be part of a word. A second step decides that.</summary>
        static abstract bool Joins { get; }

        static abstract Vector128<byte> Fold(Vector128<byte> characters, out Vector128<byte> areSeparators);
    }

    private readonly struct ListAlphabet : IAlphabet
    {
        public static bool Joins => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)] // by itself Native AOT calls it, which costs 3 % of a reply
        public static Vector128<byte> Fold(Vector128<byte> characters, out Vector128<byte> areSeparators)
        {
            var folded = characters ^ (AreBetween(characters, 'a', 'z') & Vector128.Create((byte)0x20));
            folded = Put('.', Are(characters, '!') | Are(characters, '?'), folded);
            folded = Put(',', Are(characters, ':') | Are(characters, ';'), folded);
            folded = Put(' ', Are(characters, '"') | Are(characters, '`') | Are(characters, '\n') | Are(characters, '\r'), folded);
            areSeparators = Are(folded, ' ') | Are(folded, ',') | Are(folded, '.');
            return folded;
        }
    }

    private readonly struct LineAlphabet : IAlphabet
    {
        public static bool Joins => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)] // by itself Native AOT calls it, which costs 3 % of a reply
        public static Vector128<byte> Fold(Vector128<byte> characters, out Vector128<byte> areSeparators)
        {
            var small = characters | Vector128.Create((byte)0x20);
            var areLetters = AreBetween(small, 'a', 'z');
            var areStops = Are(characters | Vector128.Create((byte)2), '.') | Are(characters, '?') | Are(characters, '!') | AreBetween(characters, ':', ';'); // the first is a comma too
            areSeparators = ~(areLetters | AreDigits(characters) | AreJoiners(characters));
            return Put(LineText.Stop, areStops, Put(LineText.Blank, areSeparators, Vector128.ConditionalSelect(areLetters, small, characters)));
        }
    }
}
