namespace Eliza.Plain;

/// <summary>An element of a pattern: the number of words it takes (null: any number), and which words (null: any word).</summary>
internal sealed record Element(int? Count, Predicate<string>? Takes)
{
    public static readonly Element AnyWords = new(null, null);

    public static Element Words(int count) => new(count, null);

    public static Element Word(Predicate<string> takes) => new(1, takes);

    public bool TakesAll(ReadOnlySpan<string> words)
    {
        if (Takes is null) return true;
        foreach (var word in words)
        {
            if (!Takes(word)) return false;
        }

        return true;
    }
}

internal static class Matching
{
    /// <summary>
    /// The words that each element takes, or null if the pattern does not match. If there are several ways, the leftmost element
    /// takes as few words as possible, then the next one, and so on.
    /// </summary>
    public static List<string[]>? Match(ReadOnlySpan<Element> pattern, ReadOnlySpan<string> words)
    {
        if (pattern.IsEmpty) return words.IsEmpty ? [] : null;
        var (least, most) = pattern[0].Count is { } count ? (count, count) : (0, words.Length);
        for (var taken = least; taken <= Math.Min(most, words.Length); taken++)
        {
            if (pattern[0].TakesAll(words[..taken]) && Match(pattern[1..], words[taken..]) is { } rest)
                return [words[..taken].ToArray(), .. rest];
        }

        return null;
    }
}
