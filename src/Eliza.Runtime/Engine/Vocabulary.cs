using System.Runtime.CompilerServices;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>Finds words in the read-only tables of a generated script.</summary>
public static class Vocabulary
{
    /// <summary>The number of a word, 0 if it is not in the table.</summary>
    /// <param name="word">The word in upper case.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="slots">An open-addressing table of word numbers, 0 for a free slot; its length is a power of two.</param>
    /// <param name="starts">Where each word begins in <paramref name="text"/>, by its number; the one after the last tells where that ends.</param>
    /// <param name="text">All words, one after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<char> word, uint hash, ReadOnlySpan<int> slots, ReadOnlySpan<int> starts, ReadOnlySpan<char> text)
    {
        var mask = slots.Length - 1;
        for (var slot = WordHash.Slot(hash, System.Numerics.BitOperations.Log2((uint)slots.Length)); ; slot++)
        {
            var number = slots[slot & mask];
            if (number == 0) return 0;

            var start = starts[number];
            if (starts[number + 1] - start == word.Length && word.SequenceEqual(text.Slice(start, word.Length))) return number;
        }
    }
}
