namespace Eliza.Runtime.Text;

/// <summary>The characters of the line language: how a user's line and the words of a script are cut and compared.</summary>
internal static class LineText
{
    /// <summary>The upper-case form of each ASCII character that belongs to a word; zero for the others.</summary>
    public static ReadOnlySpan<byte> UpperCaseWordCharacters =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "\0\0\0#$%&'\0\0*+\0-\0/0123456789\0\0<=>\0"u8 +
        "@ABCDEFGHIJKLMNOPQRSTUVWXYZ\0\\\0^_"u8 +
        "\0ABCDEFGHIJKLMNOPQRSTUVWXYZ\0|\0~\0"u8;

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

    /// <summary>Whether a word, once cut, ends a clause: <c>-</c>, <c>--</c> or <c>but</c> in any case.</summary>
    public static bool EndsClause(ReadOnlySpan<char> word) => word.Length switch
    {
        1 => word[0] == '-',
        2 => word[0] == '-' && word[1] == '-',
        3 => (word[0] | 0x20) == 'b' && (word[1] | 0x20) == 'u' && (word[2] | 0x20) == 't',
        _ => false,
    };
}
