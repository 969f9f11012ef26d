namespace Eliza.Plain;

/// <summary>An element of a pattern: how many words it takes (null: any number) and which.</summary>
internal sealed record Element(int? Count, Predicate<string> Takes)
{
    public static readonly Element AnyWords = new(null, _ => true);

    public static Element Words(int count) => new(count, _ => true);

    public static Element Word(Predicate<string> takes) => new(1, takes);
}

internal static class Matching
{
    /// <summary>
    /// The words that each element takes, or null if the pattern does not fit. Of all ways to fit it is the first
    /// when the counts are tried from the smallest, the leftmost element deciding first.
    /// </summary>
    public static List<string[]>? Match(Element[] pattern, string[] words)
    {
        if (pattern.Length == 0) return words.Length == 0 ? [] : null;
        var (least, most) = pattern[0].Count is { } count ? (count, count) : (0, words.Length);
        for (var taken = least; taken <= Math.Min(most, words.Length); taken++)
            if (words[..taken].All(word => pattern[0].Takes(word)) && Match(pattern[1..], words[taken..]) is { } rest)
                return [words[..taken], .. rest];
        return null;
    }
}
