namespace Eliza.Generator.Language.Lists;

/// <summary>A token and its place in the text, in UTF-16 code units.</summary>
internal readonly record struct ListToken(ListTokenKind Kind, int Start, int Length)
{
    /// <summary>Divides a text into tokens.</summary>
    public static List<ListToken> Cut(string text)
    {
        List<ListToken> tokens = [];
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var first = text[i++];
            if (first == ';')
            {
                while (i < text.Length && text[i] is not ('\n' or '\v' or '\f' or '\r')) i++;
            }
            else if (IsDigit(first))
            {
                while (i < text.Length && IsDigit(text[i])) i++;
                tokens.Add(new(ListTokenKind.Number, start, i - start));
            }
            else if (!IsWhiteSpace(first))
            {
                var kind = first switch { '(' => ListTokenKind.Open, ')' => ListTokenKind.Close, _ => ListTokenKind.Symbol };
                if (kind == ListTokenKind.Symbol && first != '=')
                {
                    while (i < text.Length && !EndsSymbol(text[i])) i++;
                }

                tokens.Add(new(kind, start, i - start));
            }
        }

        return tokens;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsWhiteSpace(char character) => character is <= ' ' or '\u007F';

    private static bool EndsSymbol(char character) => character is '(' or ')' or ';' or '=' || IsWhiteSpace(character);
}
