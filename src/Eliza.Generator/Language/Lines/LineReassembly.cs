using System.Globalization;
using System.Text;

namespace Eliza.Generator.Language.Lines;

/// <summary>Reads a reassembly: a text with components, <c>goto KEY</c> or <c>newkey</c>.</summary>
internal static class LineReassembly
{
    /// <summary>Reads the reassembly between two positions.</summary>
    /// <param name="script">The script.</param>
    /// <param name="start">The start of the value.</param>
    /// <param name="end">The end of the value. There is no white space around it.</param>
    /// <param name="pattern">The pattern of its decomposition; null if that could not be read. Its components are then unknown.</param>
    /// <param name="findings">Takes the findings.</param>
    public static ReassemblySyntax Read(ScriptText script, int start, int end, IReadOnlyList<ElementSyntax>? pattern, Findings findings)
    {
        var place = script.Place(start, end - start);
        var words = LineWords.CutAtWhiteSpace(script, start, end);
        return words switch
        {
            [var only] when Is(only, "newkey") => new NewKeySyntax(place),
            [var first, var keyword] when Is(first, "goto") => new GotoSyntax(keyword, place),
            _ => new TextSyntax(Parts(script, start, end, pattern, findings).ToEquatableArray(), place),
        };
    }

    private static bool Is(Token word, string name) => string.Equals(word.Text, name, StringComparison.OrdinalIgnoreCase);

    private static List<PartSyntax> Parts(ScriptText script, int start, int end, IReadOnlyList<ElementSyntax>? pattern, Findings findings)
    {
        List<PartSyntax> parts = [];
        var literal = start;
        for (var i = start; i < end; i++)
        {
            if (ComponentEnd(script.Text, i, end) is not { } after) continue;

            AddLiteral(script, literal, i, parts);
            var place = script.Place(i, after - i);
            if (pattern is not null && Element(script.Text.Substring(i + 1, after - i - 2), pattern, place, findings) is { } element)
                parts.Add(new ComponentPartSyntax(element, place));
            literal = after;
            i = after - 1;
        }

        AddLiteral(script, literal, end, parts);
        return parts;
    }

    /// <summary>The position after <c>(2)</c>, if there is a component; null for other parentheses, which are text.</summary>
    private static int? ComponentEnd(string text, int start, int end)
    {
        if (text[start] != '(') return null;
        var i = start + 1;
        while (i < end && text[i] is >= '0' and <= '9') i++;
        return i > start + 1 && i < end && text[i] == ')' ? i + 1 : null;
    }

    /// <summary>The position of a component's element in the pattern. Only <c>*</c> and <c>@</c> are counted, from 1.</summary>
    private static int? Element(string digits, IReadOnlyList<ElementSyntax> pattern, Place place, Findings findings)
    {
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) number = int.MaxValue;
        var count = 0;
        for (var i = 0; i < pattern.Count; i++)
        {
            if (pattern[i] is LiteralSyntax) continue;
            if (++count == number) return i;
        }

        findings.Add(ScriptRules.ComponentOutOfRange, place, digits, count switch
        {
            0 => "its decomposition has no '*' and no '@'",
            1 => "the only '*' or '@' of its decomposition is (1)",
            _ => FormattableString.Invariant($"the '*' and '@' of its decomposition are (1) to ({count})"),
        });
        return null;
    }

    private static void AddLiteral(ScriptText script, int start, int end, List<PartSyntax> parts)
    {
        if (start >= end) return;
        var folded = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var character = script.Text[i];
            if (!char.IsWhiteSpace(character)) folded.Append(character);
            else if (folded.Length == 0 || folded[folded.Length - 1] != ' ') folded.Append(' ');
        }

        parts.Add(new LiteralPartSyntax(folded.ToString(), script.Place(start, end - start)));
    }
}
