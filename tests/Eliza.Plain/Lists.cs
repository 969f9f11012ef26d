namespace Eliza.Plain;

/// <summary>The characters of the list language: tokens, lists, and the folding of letters and punctuation.</summary>
internal static class Lists
{
    /// <summary>Reads a script as a list of lists and strings. Symbols are folded; numbers are runs of digits.</summary>
    public static List<object> Read(string text)
    {
        var open = new Stack<List<object>>([[]]);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var end = i + 1;
            if (c == ';')
            {
                while (end < text.Length && text[end] is not ('\n' or '\v' or '\f' or '\r')) end++;
            }
            else if (c == '(')
            {
                open.Push([]);
            }
            else if (c == ')')
            {
                if (open.Count == 1) throw new FormatException("A parenthesis closes nothing.");
                var list = open.Pop();
                open.Peek().Add(list);
            }
            else if (char.IsAsciiDigit(c))
            {
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                open.Peek().Add(text[i..end]);
            }
            else if (!IsBlank(c))
            {
                while (c != '=' && end < text.Length && !IsBlank(text[end]) && text[end] is not ('(' or ')' or ';' or '=')) end++;
                open.Peek().Add(Fold(text[i..end]));
            }

            i = end;
        }

        return open.Count == 1 ? open.Pop() : throw new FormatException("A parenthesis is not closed.");
    }

    /// <summary>Folds a symbol of a script or a line of the user. A line end in the line becomes a blank.</summary>
    public static string Fold(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString() switch
    {
        "’" => "'",
        "‘" or "`" or "\"" or "«" or "»" or "‚" or "‛" or "“" or "”" or "„" or "‟" or "‹" or "›" or "\n" or "\r" => " ",
        "!" or "?" => ".",
        "¡" or "¿" => " ",
        ":" or ";" or "–" or "—" => ",",
        "ß" => "SS",
        "ﬀ" => "FF",
        "ﬁ" => "FI",
        "ﬂ" => "FL",
        "ﬃ" => "FFI",
        "ﬄ" => "FFL",
        "ﬅ" or "ﬆ" => "ST",
        _ => Alphabet.Upper(rune).ToString(),
    }));

    /// <summary>The words of a folded line. Blanks separate words; each comma or full stop is a word.</summary>
    public static List<string> Words(string folded) =>
        [.. folded.Replace(",", " , ", StringComparison.Ordinal).Replace(".", " . ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsBlank(char c) => c is <= ' ' or '\x7F';
}
