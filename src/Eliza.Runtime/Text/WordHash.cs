namespace Eliza.Runtime.Text;

/// <summary>
/// The hash that finds a word in a script's vocabulary. The generator lays the table out with it and the runtime
/// looks words up with it, so both compile this file.
/// </summary>
internal static class WordHash
{
    /// <summary>The hash of a word in upper case.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)word.Length;
        for (; word.Length >= 4; word = word.Slice(4))
        {
            hash = (hash ^ word[0] ^ ((ulong)word[1] << 16) ^ ((ulong)word[2] << 32) ^ ((ulong)word[3] << 48)) * Multiplier;
            hash ^= hash >> 32;
        }

        var rest = 0UL;
        foreach (var character in word) rest = (rest << 16) | character;
        return (uint)(((hash ^ rest) * Multiplier) >> 32);
    }

    /// <summary>The slot at which the search for a hash begins in a table of 2^<paramref name="bits"/> slots.</summary>
    public static int Slot(uint hash, int bits) => (int)(hash >> (32 - bits));
}
