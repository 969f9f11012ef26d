using System.Text;

namespace Eliza.Engine.Tests.Differential;

/// <summary>Random lines, mostly of words from the script, so that they reach its rules.</summary>
internal static class RandomSession
{
    private static readonly string[] Delimiters = [",", ".", "but", "BUT", "?", "!", ";", ":", "–", "—", "…", "-", "--", ", ", ". ", " . ", "¡", "¿", "。", "，", "،", "؟", "۔", "।", "።", "‑", "---", "'", "’"];

    private static readonly string[] Oddities =
    [
        "\t", "\u00A0", "(", ")", "[x]", "\"", "“", "”", "’", "‘", "`", "¿", "0", "1", "2", "=", "*", "@", "$", "/", "ß", "ﬃ", "ı", "ſ", "İ", "é", "ǆ", "𐐨", "🙂",
        "\uD83D", "\uDE42", "e\u0301", "\u200B", "\0", "\u2028", "xnone", "none", "NONE", "memory", "newkey", "pre", "executioners", "butter", "--x", "x-y",
        "**", "_", "#", "/", "❤️", "👩‍👩‍👧", "1️⃣", "$50.00", "10:30", "7.", ".5", "1,0,0", "٣.٥", "x.5", "5.x", "\u00AD", "\u200D", "\u0901", "e\u0301", "'x", "x'", "x’y", "-x-", "rock-'n'-roll", "«a»", "፡",
    ];

    public static List<string> Lines(Dice dice, IReadOnlyList<string> vocabulary, int lines) =>
        [.. Enumerable.Range(0, lines).Select(_ => Line(dice, vocabulary))];

    private static string Line(Dice dice, IReadOnlyList<string> vocabulary)
    {
        var line = new StringBuilder();
        for (var words = dice.Percent(5) ? 0 : dice.Number(1, dice.Percent(5) ? 40 : 9); words > 0; words--)
        {
            var word = dice.Number(0, 99) switch
            {
                < 84 => dice.One(vocabulary),
                < 94 => dice.One(Delimiters),
                _ => dice.One(Oddities),
            };
            line.Append(Spelled(dice, word)).Append(dice.Percent(95) ? " " : dice.One(["", "  ", "   "]));
        }

        return dice.Percent(50) ? line.ToString().TrimEnd(' ') : line.ToString();
    }

    private static string Spelled(Dice dice, string word)
    {
        if (dice.Percent(20)) word = word.Replace('\'', '’').Replace("ñ", "n\u0303").Replace("ï", "i\u0308").Replace("한", "하\u11AB").Replace("ό", "ο\u0301").Replace("й", "и\u0306").Replace("क़", "\u0958");
        if (dice.Percent(3)) word = word.Insert(dice.Number(0, word.Length), dice.One(["\u200B", "\u00AD", "\u200D"]));
        return dice.Number(0, 4) switch
        {
            0 => word.ToUpperInvariant(),
            1 => word.ToLowerInvariant(),
            2 when word.Length > 1 => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant(),
            _ => word,
        };
    }
}
