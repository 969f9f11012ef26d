using System.Text.RegularExpressions;
using Eliza.Generator.Language.Checks;

namespace Eliza.Generator.Language.Lines;

/// <summary>Reports whatever a <c>key:</c> line has besides its word and its rank.</summary>
internal static class KeyLine
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Separator = new(@"\s*[,|/،、，]\s*(or\s+)?|\s+or\s+", Options);

    /// <summary>A word that is no number but was probably meant as a rank.</summary>
    private static readonly Regex RankInWords = new(
        @"[0-9]|^(zero|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|high|higher|highest|low|lower|lowest|first|last|top|max|min)$", Options);

    /// <summary>Skips a note after the keyword, and reports it.</summary>
    public static (int Start, int End) WithoutNote(ScriptText script, (int Start, int End) value, Findings findings)
    {
        var text = new Token(script.Text.Substring(value.Start, value.End - value.Start), script.Place(value.Start, value.End - value.Start));
        if (Notes.InWords(text.Text) is not { } note) return value;
        Notes.Report(text, note, "passed over", findings);
        return (value.Start, value.Start + text.Text.Substring(0, note).TrimEnd().Length);
    }

    /// <summary>Reports a line that has a phrase or several keywords in place of a keyword and its rank.</summary>
    /// <param name="script">The script.</param>
    /// <param name="tag">The tag of the line.</param>
    /// <param name="value">The bounds of the value.</param>
    /// <param name="word">The bounds of the value without its rank.</param>
    /// <param name="findings">Takes the finding.</param>
    public static bool HasSeveralKeywords(ScriptText script, Token tag, (int Start, int End) value, (int Start, int End) word, Findings findings)
    {
        var words = LineWords.Cut(script, word.Start, word.End);
        if (words.Count < 2) return false;

        var place = script.Place(value.Start, value.End - value.Start);
        var text = script.Text.Substring(value.Start, value.End - value.Start);
        var keywords = script.Text.Substring(word.Start, word.End - word.Start);
        var rank = word.End < value.End ? " " + script.Text.Substring(word.End, value.End - word.End).Trim() : "";
        List<string> several = [.. Separator.Split(keywords).Where(keyword => keyword.Length > 0)];
        if (several.Count > 1 && several.All(keyword => keyword.All(character => char.IsLetterOrDigit(character) || character is '\'' or '\u2019' or '-')))
        {
            var (declared, key) = ($"synon: {string.Join(" ", several)}", $"@{several[0]}{rank}");
            findings.Add(
                ScriptRules.KeywordOfSeveralWords, place, [text, $"For one keyword of several words write '{declared}' and 'key: {key}'."],
                new(tag.Place with { Length = 0 }, declared + "\n"), new(place, key));
            return true;
        }

        if (words.Count == 2 && rank.Length == 0 && RankInWords.IsMatch(words[1].Text)) return false;
        findings.Add(
            ScriptRules.KeywordOfSeveralWords, place, text,
            $"Choose its most telling word, as in 'key: {words[words.Count - 1].Text}{rank}', and write the others into a pattern, as in 'decomp: * {keywords} *'.");
        return true;
    }
}
