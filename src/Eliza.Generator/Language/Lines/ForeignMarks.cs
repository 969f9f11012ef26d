using System.Text.RegularExpressions;
using Eliza.Generator.Language.Checks;

namespace Eliza.Generator.Language.Lines;

/// <summary>Reports marks among the words of a line that have a meaning in other languages, but not in this one.</summary>
internal static class ForeignMarks
{
    private static readonly Regex Ellipsis = new(@"^(\.{2,}|…+|\.[*+]\??)$", RegexOptions.CultureInvariant);

    /// <summary>Reports <c>...</c> or <c>.*</c> in a pattern. Its author means a star.</summary>
    public static bool IsEllipsis(ScriptText script, int start, int end, Findings findings)
    {
        var item = script.Text.Substring(start, end - start);
        if (!Ellipsis.IsMatch(item)) return false;
        var place = script.Place(start, end - start);
        findings.Add(ScriptRules.EllipsisForStar, place, [item], new Replacement(place, "*"));
        return true;
    }

    /// <summary>Reports commas and other clause ends in a value of words. There is one finding at the first, with replacements for all.</summary>
    public static void ReportStops(ScriptText script, (int Start, int End) value, IReadOnlyList<Token> stops, Findings findings)
    {
        if (stops.Count == 0 || Arrows.IsIn(script.Text.Substring(value.Start, value.End - value.Start))) return;
        findings.Add(
            ScriptRules.PunctuationAmongWords, stops[0].Place, [stops[0].Text],
            [.. stops.Select(stop => new Replacement(stop.Place, script.Behind(stop.Place) is [var next, ..] && !char.IsWhiteSpace(next) ? " " : ""))]);
    }
}
