namespace Eliza.Runtime.Text;

/// <summary>
/// The hash for finding a word in a script's vocabulary. The first eight characters of a word are its head; the few longer words
/// also have a tail. The generator makes the table and the runtime searches it, so both compile this file.
/// </summary>
internal static class WordHash
{
    /// <summary>The number of characters of a head.</summary>
    public const int Head = 8;

    /// <summary>Fills the head of a shorter word. No word contains this character.</summary>
    public const char Filler = ' ';

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Half of a head as a number. It is the same on every machine: the first character is in the lowest bits.</summary>
    /// <param name="asRead">The four characters as the machine reads them from memory together.</param>
    /// <param name="isLittleEndian">Whether the machine puts the first character into the lowest bits.</param>
    public static ulong Half(ulong asRead, bool isLittleEndian)
    {
        if (isLittleEndian) return asRead;
        asRead = (asRead >> 32) | (asRead << 32);
        return ((asRead >> 16) & 0x0000FFFF0000FFFF) | ((asRead & 0x0000FFFF0000FFFF) << 16);
    }

    /// <summary>The hash of a head in two halves. Its upper bits are the best mixed ones.</summary>
    public static ulong Of(ulong first, ulong second) => (first ^ (second << 8)) * Multiplier;

    /// <summary>The hash of a word, from the hash of its head and its tail.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> tail)
    {
        foreach (var character in tail) hash = (hash ^ (hash >> 32) ^ character) * Multiplier;
        return hash;
    }

    /// <summary>The slot at which the search for a hash begins in a table of 2^<paramref name="bits"/> slots.</summary>
    public static int Slot(ulong hash, int bits) => (int)(hash >> (64 - bits));
}
