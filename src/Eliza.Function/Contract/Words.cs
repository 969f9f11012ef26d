namespace Eliza.Function.Contract;

/// <summary>Words as the contract counts them, in usage and in limits: runs of characters without white space.</summary>
internal static class Words
{
    /// <summary>The number of words of a text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var wasBlank = true;
        foreach (var character in text)
        {
            var isBlank = char.IsWhiteSpace(character);
            count += wasBlank && !isBlank ? 1 : 0;
            wasBlank = isBlank;
        }
        return count;
    }

    /// <summary>The length of the first words of a text, each with the white space before it.</summary>
    public static int Length(ReadOnlySpan<char> text, int words)
    {
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
