namespace Eliza.Generator.Language.Lines;

/// <summary>Reports a line without a tag, and says what it was probably meant to be.</summary>
internal static class UntaggedLine
{
    /// <summary>Marks at the start of a note in other formats.</summary>
    private static readonly string[] NoteMarks = [";", "//", "/*", "--", "%", "<!--", "REM "];

    /// <summary>Reports the line between two positions.</summary>
    /// <param name="script">The script.</param>
    /// <param name="start">The start of the line.</param>
    /// <param name="end">The end of the line.</param>
    /// <param name="textAbove">The text on the line above, or null. This line may continue it.</param>
    /// <param name="findings">Takes the finding.</param>
    public static void Report(ScriptText script, int start, int end, Place? textAbove, Findings findings)
    {
        var place = script.Place(start, end - start);
        if (Array.Find(NoteMarks, mark => string.CompareOrdinal(script.Text, start, mark, 0, mark.Length) == 0) is { } noteMark)
            findings.Add(ScriptRules.LineWithoutTag, place, ["A note begins with '#'."], new Replacement(place with { Length = noteMark.TrimEnd().Length }, "#"));
        else if (GoesElsewhere(script, start, end))
            findings.Add(ScriptRules.LineWithoutTag, place, [$"Write 'reasmb: {script.Text.Substring(start, place.Length)}'."], new Replacement(place with { Length = 0 }, "reasmb: "));
        else if (textAbove is { } above)
            findings.Add(
                ScriptRules.LineWithoutTag, place, [$"A text is one line: if this goes on with that of line {above.LineNumber}, write it behind it."],
                new(above with { Column = above.Column + above.Length, Length = 0 }, " " + script.Text.Substring(start, place.Length)), new(place, ""));
        else
            findings.Add(ScriptRules.LineWithoutTag, place, ["Start it with '#' if it is a comment."], new Replacement(place with { Length = 0 }, "# "));
    }

    private static bool GoesElsewhere(ScriptText script, int start, int end) =>
        LineReassembly.Read(script, start, end, null, new()) is GotoSyntax or NewKeySyntax;
}
