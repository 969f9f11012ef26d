namespace Eliza.Runtime.Text;

/// <summary>
/// The hash that finds a word in a script's vocabulary. The generator lays the table out with it and the runtime
/// looks words up with it, so both compile this file.
/// </summary>
internal static class WordHash
{
    /// <summary>The hash of a word without characters.</summary>
    public const uint Empty = 0;

    /// <summary>The hash of a word that goes on with <paramref name="character"/>, which is folded to upper case.</summary>
    public static uint Append(uint hash, char character) => ((hash << 5) | (hash >> 27)) ^ character;

    /// <summary>The slot at which the search for a hash begins in a table of 2^<paramref name="bits"/> slots.</summary>
    public static int Slot(uint hash, int bits) => (int)(unchecked(hash * 0x9E3779B1u) >> (32 - bits));
}
