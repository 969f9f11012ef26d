namespace Eliza.Runtime.Text;

/// <summary>
/// The hash that finds a word in a script's vocabulary: of its head, which is its first eight characters, and of its
/// tail, which most words do not have. The generator lays the table out with it and the runtime looks words up with
/// it, so both compile this file.
/// </summary>
internal static class WordHash
{
    /// <summary>The characters of a head.</summary>
    public const int Head = 8;

    /// <summary>What fills up the head of a short word: no word holds it.</summary>
    public const char Filler = ' ';

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The hash of a head, given as its two halves, which for ASCII fit into one number; its upper bits are the good ones.</summary>
    public static ulong Of(ulong first, ulong second) => (first ^ (second << 8)) * Multiplier;

    /// <summary>The hash of a word whose head has a hash already.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> tail)
    {
        foreach (var character in tail) hash = (hash ^ (hash >> 32) ^ character) * Multiplier;
        return hash;
    }

    /// <summary>The slot at which the search for a hash begins in a table of 2^<paramref name="bits"/> slots.</summary>
    public static int Slot(ulong hash, int bits) => (int)(hash >> (64 - bits));
}
