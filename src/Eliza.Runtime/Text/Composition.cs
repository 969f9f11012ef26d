namespace Eliza.Runtime.Text;

/// <summary>Converts text to Unicode's normal form C. The result is the same on every machine, because no culture data are used.</summary>
internal static class Composition
{
    /// <summary>The most code points that a character decomposes into.</summary>
    private const int MostParts = 4;

    private const int MostOnStack = 256;

    // The bits of a decomposed character: the combining class, its position among its neighbours, the code point.
    private const int CodePointBits = 21;
    private const int ClassShift = 53;
    private const int CodePointMask = (1 << CodePointBits) - 1;

    // Hangul syllables are not in the tables, because they can be computed.
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTrails = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Trails = 28;

    /// <summary>Composes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="composed">Takes the result, which is at most three times as long. It may begin where the text does.</param>
    /// <returns>The number of code units written.</returns>
    public static int Compose(ReadOnlySpan<char> text, Span<char> composed)
    {
        var room = MostParts * text.Length;
        Span<long> characters = room <= MostOnStack ? stackalloc long[MostOnStack] : new long[room];
        var count = 0;
        for (var position = 0; position < text.Length;) Decompose(Utf16.Read(text, ref position), characters, ref count);

        characters = characters.Slice(0, count);
        Order(characters);
        count = Recombine(characters);

        var length = 0;
        foreach (var character in characters.Slice(0, count)) length += Utf16.Write((int)character & CodePointMask, composed.Slice(length));
        return length;
    }

    private static void Decompose(int codePoint, Span<long> characters, ref int count)
    {
        var syllable = codePoint - FirstSyllable;
        if ((uint)syllable < Leads * Vowels * Trails)
        {
            Add(FirstLead + (syllable / (Vowels * Trails)), characters, ref count);
            Add(FirstVowel + (syllable / Trails % Vowels), characters, ref count);
            if (syllable % Trails > 0) Add(BeforeTrails + (syllable % Trails), characters, ref count);
            return;
        }

        var row = Find(UnicodeCombinations.Decompositions, (ulong)codePoint << (2 * CodePointBits), 2 * CodePointBits);
        if (row == 0)
        {
            Add(codePoint, characters, ref count);
            return;
        }

        // The second part never decomposes further.
        Decompose((int)(row >> CodePointBits) & CodePointMask, characters, ref count);
        var second = (int)row & CodePointMask;
        if (second > 0) Add(second, characters, ref count);
    }

    private static void Add(int codePoint, Span<long> characters, ref int count)
    {
        characters[count] = ((long)ClassOf(codePoint) << ClassShift) | ((long)count << CodePointBits) | (uint)codePoint;
        count++;
    }

    /// <summary>Sorts the marks of each letter by their classes, and keeps the order within a class.</summary>
    private static void Order(Span<long> characters)
    {
        for (var start = 0; start < characters.Length; start++)
        {
            if (characters[start] >> ClassShift == 0) continue;

            var end = start + 1;
            var isOrdered = true;
            for (; end < characters.Length && characters[end] >> ClassShift != 0; end++) isOrdered &= characters[end - 1] < characters[end];
            if (!isOrdered)
            {
                var marks = characters.Slice(start, end - start).ToArray();
                Array.Sort(marks);
                marks.CopyTo(characters.Slice(start));
            }

            start = end;
        }
    }

    /// <summary>Joins letters and their marks again, in place, and returns the number of characters.</summary>
    private static int Recombine(Span<long> characters)
    {
        var (count, starter, lastClass) = (0, -1, 0L);
        foreach (var character in characters)
        {
            var ownClass = character >> ClassShift;
            if (starter >= 0 && (lastClass == 0 || lastClass < ownClass)
                && Pair((int)characters[starter] & CodePointMask, (int)character & CodePointMask) is var pair and > 0)
            {
                characters[starter] = pair;
                continue;
            }

            if (ownClass == 0) starter = count;
            lastClass = ownClass;
            characters[count++] = character;
        }

        return count;
    }

    /// <summary>The character that two characters make, or 0.</summary>
    private static int Pair(int one, int other)
    {
        var (lead, vowel) = (one - FirstLead, other - FirstVowel);
        if ((uint)lead < Leads && (uint)vowel < Vowels) return FirstSyllable + (((lead * Vowels) + vowel) * Trails);

        var (syllable, trail) = (one - FirstSyllable, other - BeforeTrails);
        if ((uint)syllable < Leads * Vowels * Trails && syllable % Trails == 0 && trail is > 0 and < Trails) return one + trail;

        var key = ((ulong)one << (2 * CodePointBits)) | ((ulong)other << CodePointBits);
        return (int)Find(UnicodeCombinations.Compositions, key, CodePointBits) & CodePointMask;
    }

    /// <summary>The row of a table whose upper bits equal a key, or 0.</summary>
    private static ulong Find(ReadOnlySpan<ulong> rows, ulong key, int lowerBits)
    {
        var (low, high) = (0, rows.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle] >> lowerBits < key >> lowerBits) low = middle + 1;
            else high = middle;
        }

        return rows[low] >> lowerBits == key >> lowerBits ? rows[low] : 0;
    }

    private static int ClassOf(int codePoint)
    {
        var runs = UnicodeCombinations.Classes;
        if (codePoint < runs[0] >> 8) return 0;

        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle] >> 8 <= codePoint) low = middle;
            else high = middle - 1;
        }

        return runs[low] & 0xFF;
    }
}
