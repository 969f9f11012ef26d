namespace Eliza.Generator.Language;

/// <summary>The text of a script, divided into lines at the line ends of the C# compiler.</summary>
internal sealed class ScriptText
{
    private readonly int[] lineStarts;

    public ScriptText(string text)
    {
        Text = text;
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            if (text[i] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') starts.Add(i + 1);
        }

        lineStarts = [.. starts];
    }

    public string Text { get; }

    public int LineCount => lineStarts.Length;

    /// <summary>The bounds of a line. The end may include the characters that end the line.</summary>
    public (int Start, int End) Line(int number) =>
        (lineStarts[number], number + 1 < lineStarts.Length ? lineStarts[number + 1] : Text.Length);

    /// <summary>The position at which a place begins.</summary>
    public int StartOf(Place place) => lineStarts[place.Line] + place.Column;

    /// <summary>The text at a place.</summary>
    public string At(Place place) => Text.Substring(StartOf(place), place.Length);

    /// <summary>The rest of the line after a place, without white space at its end.</summary>
    public string Behind(Place place)
    {
        var start = StartOf(place) + place.Length;
        return Text.Substring(start, Line(place.Line).End - start).TrimEnd();
    }

    /// <summary>The place of a part of the text, cut at the end of its first line.</summary>
    public Place Place(int start, int length)
    {
        var line = Array.BinarySearch(lineStarts, start);
        if (line < 0) line = ~line - 1;
        var end = Math.Min(start + length, Line(line).End);
        while (end > start + 1 && char.IsWhiteSpace(Text[end - 1])) end--;
        return new(line, start - lineStarts[line], end - start);
    }
}
