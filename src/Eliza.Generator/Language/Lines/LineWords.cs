using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Lines;

/// <summary>Divides lines into words and compares them, exactly as the runtime does with a user's line.</summary>
internal static class LineWords
{
    /// <summary>The words between two positions of a script's text, in the form that replies show.</summary>
    public static List<Token> Cut(ScriptText script, int start, int end) => Cut(script, start, end, out _);

    /// <summary>The same words, and the clause ends between them, each with the number of words before it.</summary>
    public static List<Token> Cut(ScriptText script, int start, int end, out List<(int Words, Token Stop)> stops)
    {
        List<Token> words = [];
        stops = [];
        var scanner = new LineScanner(script.Text.AsSpan(start, end - start));
        while (scanner.TryRead())
        {
            var place = script.Place(start + scanner.Start, scanner.End - scanner.Start);
            var text = script.Text.AsSpan(start + scanner.Start, scanner.End - scanner.Start);
            if (scanner.IsStop) stops.Add((words.Count, new(text.ToString(), place)));
            else words.Add(new(Show(text, scanner.IsToCompose), place));
        }

        return words;
    }

    /// <summary>Divides only at white space. Quotation marks, brackets and punctuation stay.</summary>
    public static List<Token> CutAtWhiteSpace(ScriptText script, int start, int end)
    {
        List<Token> words = [];
        for (var i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(script.Text[i])) continue;
            var first = i;
            while (i < end && !char.IsWhiteSpace(script.Text[i])) i++;
            words.Add(new(script.Text.Substring(first, i - first), script.Place(first, i - first)));
        }

        return words;
    }

    /// <summary>The form of a word for comparisons.</summary>
    public static string Fold(string word)
    {
        var shown = Show(word.AsSpan(), isToCompose: true);
        var folded = new char[shown.Length];
        LineText.Fold(shown.AsSpan(), folded);
        return new(folded);
    }

    private static string Show(ReadOnlySpan<char> word, bool isToCompose)
    {
        var shown = new char[LineText.MaxExpansion * word.Length];
        return new(shown, 0, LineText.Show(word, isToCompose, shown));
    }
}
