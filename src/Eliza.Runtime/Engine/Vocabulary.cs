using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>Finds words in the read-only tables of a generated script.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Vocabulary
{
    /// <summary>Eight characters of ones, then eight of zeros. The mask of a word begins at 8 minus the length of the word.</summary>
    private static ReadOnlySpan<ushort> Masks =>
    [
        0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF,
        0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The number of a word, or 0 if it is not in the table.</summary>
    /// <param name="line">The word in the form in which the language compares words, with any characters after it, so that eight can be read.</param>
    /// <param name="length">The length of the word.</param>
    /// <param name="slots">An open-addressing table of word numbers. A free slot is 0. Its length is a power of two.</param>
    /// <param name="heads">For each word number, its first eight characters, filled with blanks.</param>
    /// <param name="tailStarts">For each word number, the start of the rest of the word in <paramref name="tails"/>. The next start is its end.</param>
    /// <param name="tails">The rest of each word after its head, one after the other.</param>
    /// <remarks>
    /// Nearly all words fit into a head. A head is masked, hashed and compared as one vector, without a loop over characters,
    /// whose end the processor cannot predict.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<char> line, int length, ReadOnlySpan<int> slots, ReadOnlySpan<char> heads, ReadOnlySpan<int> tailStarts, ReadOnlySpan<char> tails)
    {
        if ((uint)length > WordHash.Head) return FindLong(line[..length], slots, heads, tailStarts, tails);

        var mask = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(uint)(WordHash.Head - length));
        var head = Vector128.ConditionalSelect(mask, HeadAt(line, 0), Vector128.Create((ushort)WordHash.Filler));
        var first = SlotOf(HashOf(head), slots);
        for (var slot = first; ;)
        {
            var number = slots[slot & (slots.Length - 1)];
            if (number == 0) return 0;

            // Only a word with a full head can have a tail.
            if (HeadAt(heads, number) == head && (length < WordHash.Head || tailStarts[number] == tailStarts[number + 1])) return number;
            if (++slot - first >= slots.Length) return 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // within Find it would take registers from the short words: a hundredth of a turn
    private static int FindLong(ReadOnlySpan<char> word, ReadOnlySpan<int> slots, ReadOnlySpan<char> heads, ReadOnlySpan<int> tailStarts, ReadOnlySpan<char> tails)
    {
        var head = HeadAt(word, 0);
        var tail = word[WordHash.Head..];
        var first = SlotOf(WordHash.Add(HashOf(head), tail), slots);
        for (var slot = first; slot - first < slots.Length; slot++)
        {
            var number = slots[slot & (slots.Length - 1)];
            if (number == 0) break;
            if (HeadAt(heads, number) == head && tail.SequenceEqual(tails[tailStarts[number]..tailStarts[number + 1]])) return number;
        }

        return 0;
    }

    private static int SlotOf(ulong hash, ReadOnlySpan<int> slots) => WordHash.Slot(hash, BitOperations.Log2((uint)slots.Length));

    private static ulong HashOf(Vector128<ushort> head) => WordHash.Of(
        WordHash.Half(head.AsUInt64()[0], BitConverter.IsLittleEndian),
        WordHash.Half(head.AsUInt64()[1], BitConverter.IsLittleEndian));

    private static Vector128<ushort> HeadAt(ReadOnlySpan<char> characters, int index)
    {
        // One check of the bounds. A slice would take four times as many instructions.
        if ((uint)index >= (uint)characters.Length / WordHash.Head) throw new ArgumentOutOfRangeException(nameof(index), "There is no head.");
        return Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(characters)), (nuint)(uint)index * WordHash.Head);
    }
}
