using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Eliza.Service.Contract;

/// <summary>Counts words for usage and limits. A word is a run of characters without white space.</summary>
internal static class Words
{
    private const int BlockLength = 16;

    /// <summary>The number of words in a text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var (count, index, wasBlank) = (0, 0, true);
        while (index < text.Length && text.Length >= BlockLength)
        {
            // The last block may overlap the one before it.
            var start = Math.Min(index, text.Length - BlockLength);
            if (!TryFindBlanks(text[start..], out var blanks))
                break;
            // A word begins at a character that is no blank, after one that is a blank.
            var begins = ~blanks & ((blanks << 1) | (wasBlank ? 1u : 0)) & 0xFFFF;
            count += BitOperations.PopCount(begins >> (index - start));
            wasBlank = blanks >> (BlockLength - 1) != 0;
            index = start + BlockLength;
        }
        foreach (var character in text[index..])
        {
            var isBlank = char.IsWhiteSpace(character);
            count += wasBlank && !isBlank ? 1 : 0;
            wasBlank = isBlank;
        }
        return count;
    }

    /// <summary>Finds the white space among sixteen characters. The lowest bit is for the first character. False if they are not all ASCII.</summary>
    private static bool TryFindBlanks(ReadOnlySpan<char> text, out uint blanks)
    {
        var characters = MemoryMarshal.Cast<char, ushort>(text);
        var (first, second) = (Vector128.Create(characters), Vector128.Create(characters[Vector128<ushort>.Count..]));
        var bytes = Vector128.Narrow(first, second);
        blanks = (Vector128.Equals(bytes, Vector128.Create((byte)' '))
            | Vector128.LessThan(bytes - Vector128.Create((byte)'\t'), Vector128.Create((byte)('\r' - '\t' + 1)))).ExtractMostSignificantBits();
        return ((first | second) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
    }

    /// <summary>The length of the first words of a text, including the white space before each.</summary>
    public static int Length(ReadOnlySpan<char> text, int words)
    {
        if (words >= text.Length)
            return text.Length;
        var length = 0;
        for (; words > 0 && length < text.Length; words--)
        {
            while (length < text.Length && char.IsWhiteSpace(text[length]))
                length++;
            while (length < text.Length && !char.IsWhiteSpace(text[length]))
                length++;
        }
        return length;
    }
}
