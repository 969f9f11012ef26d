namespace Eliza.Runtime.Text;

/// <summary>The characters of the line language: how a user's line and the words of a script are cut and compared.</summary>
internal static class LineText
{
    /// <summary>What a character that separates words is folded to.</summary>
    public const char Blank = ' ';

    /// <summary>What a character that ends a clause is folded to.</summary>
    public const char Stop = '.';

    /// <summary>Whether a character separates words: white space and controls, quotation marks (but no apostrophe), brackets.</summary>
    public static bool IsBlank(char character) => character switch
    {
        '"' or '`' or '(' or ')' or '[' or ']' or '{' or '}' => true,
        < (char)0x80 => character <= ' ' || character == '\u007F',
        '\u00AB' or '\u00BB' or '\u2018' or (>= '\u201A' and <= '\u201F') or '\u2039' or '\u203A' => true,
        _ => char.IsWhiteSpace(character) || char.IsControl(character),
    };

    /// <summary>Whether a character ends a clause wherever it stands.</summary>
    public static bool EndsClause(char character) =>
        character is '.' or ',' or '?' or '!' or ';' or ':' or '\u2013' or '\u2014' or '\u2026';

    /// <summary>The form of a code point in which words are compared: upper case, and one apostrophe for both.</summary>
    public static int Fold(int codePoint) => codePoint == 0x2019 ? '\'' : Letters.ToUpper(codePoint);

    /// <summary>The characters of the longest word that ends a clause.</summary>
    public const int LongestClauseEnd = 3;

    /// <summary>Whether a word, once cut, ends a clause: <c>-</c>, <c>--</c> or <c>but</c> in any case.</summary>
    public static bool EndsClause(ReadOnlySpan<char> word) => word.Length switch
    {
        1 => word[0] == '-',
        2 => word[0] == '-' && word[1] == '-',
        3 => (word[0] | 0x20) == 'b' && (word[1] | 0x20) == 'u' && (word[2] | 0x20) == 't',
        _ => false,
    };
}
