namespace Eliza.Generator.Language.Lines;

/// <summary>Reads a decomposition: words, <c>*</c> and <c>@NAME</c>.</summary>
internal static class LinePattern
{
    /// <summary>Reads the pattern between two positions.</summary>
    public static List<ElementSyntax> Read(ScriptText script, int start, int end, Findings findings)
    {
        List<ElementSyntax> elements = [];
        foreach (var word in LineWords.Cut(script, start, end))
        {
            if (word.Text.Length > 1 && word.Text.Contains('*')) ReadStarred(word, elements, findings);
            else elements.Add(Element(word));
        }

        return elements;
    }

    /// <summary><c>i*</c> and <c>*you</c>, found in old scripts, mean <c>i *</c> and <c>* you</c>.</summary>
    private static void ReadStarred(Token word, List<ElementSyntax> elements, Findings findings)
    {
        List<string> pieces = [];
        for (var i = 0; i < word.Text.Length; i++)
        {
            var first = i;
            while (word.Text[first] != '*' && i + 1 < word.Text.Length && word.Text[i + 1] != '*') i++;
            var piece = word.Text.Substring(first, i + 1 - first);
            pieces.Add(piece);
            elements.Add(Element(new(piece, new(word.Place.Line, word.Place.Column + first, piece.Length))));
        }

        findings.Add(ScriptRules.StarInsideWord, word.Place, word.Text, string.Join(" ", pieces));
    }

    private static ElementSyntax Element(Token word) => word.Text switch
    {
        "*" => new AnyWordsSyntax(word.Place),
        ['@', ..] => new ClassReferenceSyntax(new([new Token(word.Text.Substring(1), word.Place)]), word.Place),
        _ => new LiteralSyntax(word.Text, word.Place),
    };
}
