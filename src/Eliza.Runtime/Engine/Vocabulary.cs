using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>Finds words in the read-only tables of a generated script.</summary>
public static class Vocabulary
{
    /// <summary>For each length up to eight, the bits of a head that belong to the word, as its two halves.</summary>
    private static ReadOnlySpan<ulong> Masks =>
    [
        0, 0,
        0xFFFF, 0,
        0xFFFF_FFFF, 0,
        0xFFFF_FFFF_FFFF, 0,
        ulong.MaxValue, 0,
        ulong.MaxValue, 0xFFFF,
        ulong.MaxValue, 0xFFFF_FFFF,
        ulong.MaxValue, 0xFFFF_FFFF_FFFF,
        ulong.MaxValue, ulong.MaxValue,
    ];

    /// <summary>The number of a word, 0 if it is not in the table.</summary>
    /// <param name="line">The word in upper case, and behind it enough of anything that eight characters can be read.</param>
    /// <param name="length">The length of the word.</param>
    /// <param name="slots">An open-addressing table of word numbers, 0 for a free slot; its length is a power of two.</param>
    /// <param name="heads">By a word's number its first eight characters, filled up with blanks.</param>
    /// <param name="tailStarts">By a word's number where in <paramref name="tails"/> the rest of it begins; that of the next tells where it ends.</param>
    /// <param name="tails">What words have behind their heads, one after the other.</param>
    /// <remarks>
    /// Nearly all words fit into a head, which is masked, hashed and compared as two numbers, without a loop over
    /// characters whose end the processor could not foresee, and without a call, for which it would have to put its
    /// registers away.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<char> line, int length, ReadOnlySpan<int> slots, ReadOnlySpan<char> heads, ReadOnlySpan<int> tailStarts, ReadOnlySpan<char> tails)
    {
        if (length > WordHash.Head) return FindLong(line[..length], slots, heads, tailStarts, tails);

        var first = Fill(HalfAt(line, 0), Masks[2 * length]);
        var second = Fill(HalfAt(line, 4), Masks[(2 * length) + 1]);
        for (var slot = WordHash.Slot(WordHash.Of(first, second), BitOperations.Log2((uint)slots.Length)); ; slot++)
        {
            var number = slots[slot & (slots.Length - 1)];
            if (number == 0) return 0;
            if (HalfAt(heads, number * WordHash.Head) == first && HalfAt(heads, (number * WordHash.Head) + 4) == second
                && tailStarts[number] == tailStarts[number + 1]) return number;
        }
    }

    private static int FindLong(ReadOnlySpan<char> word, ReadOnlySpan<int> slots, ReadOnlySpan<char> heads, ReadOnlySpan<int> tailStarts, ReadOnlySpan<char> tails)
    {
        var head = word[..WordHash.Head];
        var tail = word[WordHash.Head..];
        var hash = WordHash.Add(WordHash.Of(HalfAt(head, 0), HalfAt(head, 4)), tail);
        for (var slot = WordHash.Slot(hash, BitOperations.Log2((uint)slots.Length)); ; slot++)
        {
            var number = slots[slot & (slots.Length - 1)];
            if (number == 0) return 0;
            if (head.SequenceEqual(heads.Slice(number * WordHash.Head, WordHash.Head))
                && tail.SequenceEqual(tails[tailStarts[number]..tailStarts[number + 1]])) return number;
        }
    }

    private static ulong Fill(ulong characters, ulong mask) => (characters & mask) | (0x0020_0020_0020_0020 & ~mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HalfAt(ReadOnlySpan<char> characters, int index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(characters.Slice(index, 4))));
}
