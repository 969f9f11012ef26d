namespace Eliza.Runtime.Text;

/// <summary>Classifies and compares the characters of the line language, in users' lines and in scripts.</summary>
internal static class LineText
{
    /// <summary>The character between two words.</summary>
    public const char Blank = ' ';

    /// <summary>The character at the end of a clause.</summary>
    public const char Stop = '.';

    /// <summary>The word that ends a clause.</summary>
    public const string But = "but";

    /// <summary>The largest factor by which a word grows, in UTF-16 code units, in its form for replies.</summary>
    public const int MaxExpansion = 3;

    /// <summary>The class of a code point.</summary>
    public static LineClass ClassOf(int codePoint) => codePoint < 0x80 ? ClassOfAscii((char)codePoint) : ClassBeyondAscii(codePoint);

    /// <summary>Whether a code point can begin a word, and can be beside an apostrophe or hyphen within one.</summary>
    public static bool IsOfWords(LineClass characters) => characters is LineClass.Letter or LineClass.Digit or LineClass.LetterToCompose;

    /// <summary>
    /// Converts a word to its form for replies: the user's spelling with one kind of apostrophe and of hyphen, without invisible
    /// characters, in normal form C.
    /// </summary>
    /// <param name="word">The word that was typed.</param>
    /// <param name="isToCompose">Whether it may have characters that are not in normal form C.</param>
    /// <param name="shown">Takes the result; at least <see cref="MaxExpansion"/> times as long as the word.</param>
    /// <returns>The number of code units written.</returns>
    public static int Show(ReadOnlySpan<char> word, bool isToCompose, Span<char> shown)
    {
        var length = 0;
        for (var position = 0; position < word.Length;)
        {
            var codePoint = Utf16.Read(word, ref position);
            switch (ClassOf(codePoint))
            {
                case LineClass.Invisible: break;
                case LineClass.Apostrophe: shown[length++] = '\''; break;
                case LineClass.Hyphen: shown[length++] = '-'; break;
                default: length += Utf16.Write(codePoint, shown.Slice(length)); break;
            }
        }

        return isToCompose ? Composition.Compose(shown.Slice(0, length), shown) : length;
    }

    /// <summary>Converts a word from its form for replies to its form for comparisons. Its length stays the same.</summary>
    public static void Fold(ReadOnlySpan<char> shown, Span<char> folded)
    {
        for (var position = 0; position < shown.Length;)
        {
            var start = position;
            Utf16.Write(Letters.Fold(Utf16.Read(shown, ref position)), folded.Slice(start));
        }
    }

    private static LineClass ClassOfAscii(char character) => character switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => LineClass.Letter,
        >= '0' and <= '9' => LineClass.Digit,
        '.' or ',' or ':' => LineClass.Point,
        '?' or '!' or ';' => LineClass.Stop,
        '\'' => LineClass.Apostrophe,
        '-' => LineClass.Hyphen,
        _ => LineClass.Blank,
    };

    private static LineClass ClassBeyondAscii(int codePoint)
    {
        var runs = UnicodeClasses.Runs;
        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle] >> 4 <= codePoint) low = middle;
            else high = middle - 1;
        }

        return (LineClass)(runs[low] & 0xF);
    }
}
