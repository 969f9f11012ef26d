namespace Eliza.Generator.Language.Lines;

/// <summary>Reads a decomposition: words, <c>*</c> and <c>@NAME</c>.</summary>
internal sealed class LinePattern
{
    private const char Star = '*';

    private readonly ScriptText script;
    private readonly Findings findings;
    private readonly List<ElementSyntax> elements = [];
    private readonly List<(int Elements, Token Stop)> stops = [];

    private LinePattern(ScriptText script, Findings findings) => (this.script, this.findings) = (script, findings);

    /// <summary>Reads the pattern between two positions.</summary>
    public static List<ElementSyntax> Read(ScriptText script, int start, int end, Findings findings)
    {
        var pattern = new LinePattern(script, findings);
        for (var i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(script.Text[i])) continue;
            var first = i;
            while (i < end && !char.IsWhiteSpace(script.Text[i])) i++;
            pattern.ReadItem(first, i);
        }

        pattern.CheckStops();
        return pattern.elements;
    }

    /// <summary>Reads one item between white space. Old scripts have <c>i*</c> and <c>*you</c> for <c>i *</c> and <c>* you</c>.</summary>
    private void ReadItem(int start, int end)
    {
        if (ForeignMarks.IsEllipsis(script, start, end, findings))
        {
            elements.Add(new AnyWordsSyntax(script.Place(start, end - start)));
            return;
        }

        List<string> pieces = [];
        for (var i = start; i < end; i++)
        {
            var first = i;
            while (script.Text[first] != Star && i + 1 < end && script.Text[i + 1] != Star) i++;
            pieces.Add(script.Text.Substring(first, i + 1 - first));
            ReadPiece(first, i + 1);
        }

        if (pieces.Count == 1) return;
        var (place, apart) = (script.Place(start, end - start), string.Join(" ", pieces));
        findings.Add(ScriptRules.StarInsideWord, place, [string.Concat(pieces), apart], new Replacement(place, apart));
    }

    private void ReadPiece(int start, int end)
    {
        var place = script.Place(start, end - start);
        var isClass = script.Text[start] == '@';
        if (script.Text[start] == Star)
        {
            elements.Add(new AnyWordsSyntax(place));
            return;
        }

        var words = LineWords.Cut(script, start, end, out var ends);
        foreach (var (before, stop) in ends) stops.Add((elements.Count + (isClass ? Math.Min(before, 1) : before), stop));
        if (!isClass) elements.AddRange(words.Select(word => new LiteralSyntax(word.Text, word.Place)));
        else elements.Add(new ClassReferenceSyntax(new([new(words is [var name] ? name.Text : script.Text.Substring(start + 1, end - start - 1), place)]), place));
    }

    /// <summary>Reports punctuation. It ends a clause, so no pattern with it can match.</summary>
    private void CheckStops()
    {
        foreach (var (before, stop) in stops)
        {
            var isWithin = before > 0 && before < elements.Count;
            if (isWithin) findings.Add(ScriptRules.PatternOfTwoClauses, stop.Place, stop.Text);
            else findings.Add(ScriptRules.PunctuationAmongWords, stop.Place, [stop.Text], new Replacement(stop.Place, ""));
            return;
        }
    }
}
