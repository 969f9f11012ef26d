namespace Eliza.Generator.Language;

/// <summary>Finds the name that a misspelt name was probably meant to be.</summary>
internal static class Spelling
{
    /// <summary>The nearest of several names by edit distance, or null if none is near enough for a spelling mistake.</summary>
    public static string? Nearest(string name, IEnumerable<string> names)
    {
        string? nearest = null;
        var limit = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in names)
        {
            if (Math.Abs(candidate.Length - name.Length) >= limit) continue;
            var distance = Distance(name, candidate, limit);
            if (distance > 0 && distance < limit && distance < candidate.Length) (nearest, limit) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>
    /// The number of letters that must be inserted, removed, changed or swapped with their neighbour. A difference in case does not
    /// count. A result of <paramref name="limit"/> or more means "at least that many".
    /// </summary>
    private static int Distance(string a, string b, int limit)
    {
        if (a.Length > 64 || b.Length > 64) return limit;
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
