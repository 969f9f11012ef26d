using System.Text;

namespace Eliza.Testing;

/// <summary>Text that is difficult for programs, in UTF-16. It may have half of a surrogate pair.</summary>
internal static class OddText
{
    private static readonly string[] Oddities =
    [
        // Letters whose change of case cannot be undone, makes them longer, or depends on the language.
        "ı", "İ", "ſ", "ß", "ẞ", "K", "ŉ", "ǆ", "ﬃ", "Σ", "ς", "ΐ", "Å",
        // Marks alone, several marks, and precomposed letters.
        "\u0301", "e\u0301", "é", "a\u0300\u0301\u0302\u0303", "\u0E33", "\u0CC6\u0CBE", "🏳️‍🌈", "👩‍👩‍👧",
        // Right to left, and characters that change the direction.
        "שלום", "مرحبا", "\u202E", "\u202D", "\u2066", "\u200F", "\u061C",
        // Blanks, line ends and invisible characters.
        "\0", "\t", "\r", "\n", "\r\n", "\u000B", "\u001B[2J", "\u007F", "\u0085", "\u00A0", "\u180E", "\u2003", "\u2028", "\u2029", "\u200B", "\u200D", "\u2060", "\u3000", "\uFEFF",
        // Characters beyond the first plane, half of one, and code points that are no characters.
        "😀", "𐐨", "\U000E0041", "\U0010FFFF", "\uD83D", "\uDE00", "\uDE00\uD83D", "\uFFFD", "\uFFFE", "\uFFFF",
        // Characters with a meaning in scripts, JSON, headers, logs and terminals.
        "'", "’", "\"", "“", "`", "\\", "\\u0000", "\\ud83d", "{", "}", "[", "]", "(", ")", "<", ">", "&", "%", "%s", "%00", "{0}", "$", "@", "*", "#", ":", ";", ",", ".", "…", "?", "!", "-", "--", "–", "—", "=", "/", "data: ", "\n\ndata: [DONE]\n\n",
        "0", "1", "00", "١", "99999999999999999999", "-1", "1e400", "NaN", "null", "true", "xnone", "none", "memory", "but", "newkey", "goto what",
    ];

    /// <summary>A text of these words and odd characters, or of one of them many times.</summary>
    /// <param name="dice">The random numbers.</param>
    /// <param name="words">Words with a meaning in the place of the text.</param>
    /// <param name="most">The most pieces of the text.</param>
    public static string Next(Random dice, IReadOnlyList<string> words, int most)
    {
        var pieces = dice.Next(1, 4);
        if (dice.Next(20) == 0)
            return string.Concat(Enumerable.Repeat(Phrase(dice, words, pieces), most / pieces));
        return Phrase(dice, words, dice.Next(Math.Min(most, 30)));
    }

    private static string Phrase(Random dice, IReadOnlyList<string> words, int pieces)
    {
        var text = new StringBuilder();
        for (; pieces > 0; pieces--)
        {
            text.Append(Piece(dice, words));
            if (dice.Next(5) > 0)
                text.Append(' ');
        }
        return text.ToString();
    }

    private static string Piece(Random dice, IReadOnlyList<string> words) => dice.Next(10) switch
    {
        < 5 => Spelled(dice, words[dice.Next(words.Count)]),
        < 9 => Oddities[dice.Next(Oddities.Length)],
        _ => ((char)dice.Next(char.MaxValue + 1)).ToString(),
    };

    private static string Spelled(Random dice, string word) => dice.Next(4) switch
    {
        0 => word.ToUpperInvariant(),
        1 => word.ToLowerInvariant(),
        2 => word + Oddities[dice.Next(Oddities.Length)],
        _ => word,
    };
}
