namespace Eliza.Runtime.Text;

/// <summary>How the characters of the line language are classified and compared, in users' lines and in scripts.</summary>
internal static class LineText
{
    /// <summary>What stands between two words.</summary>
    public const char Blank = ' ';

    /// <summary>What stands at the end of a clause.</summary>
    public const char Stop = '.';

    /// <summary>The word that ends a clause.</summary>
    public const string But = "but";

    /// <summary>The most that a word grows, in UTF-16 code units, when it is brought into the form in which it is shown.</summary>
    public const int MaxExpansion = 3;

    /// <summary>How a code point counts.</summary>
    public static LineClass ClassOf(int codePoint) => codePoint < 0x80 ? ClassOfAscii((char)codePoint) : ClassBeyondAscii(codePoint);

    /// <summary>Whether a code point can begin a word, and can stand beside an apostrophe or hyphen within one.</summary>
    public static bool IsOfWords(LineClass characters) => characters is LineClass.Letter or LineClass.Digit or LineClass.LetterToCompose;

    /// <summary>
    /// Brings a word into the form in which replies show it: as it was typed, with one kind of apostrophe and of
    /// hyphen, without what is invisible, in normal form C.
    /// </summary>
    /// <param name="word">The word as typed.</param>
    /// <param name="isToCompose">Whether it has characters that are not in normal form C, or may not be.</param>
    /// <param name="shown">Receives the result; at least <see cref="MaxExpansion"/> times as long as the word.</param>
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

    /// <summary>Brings a word from the form that replies show into the form in which words are compared. Its length stays the same.</summary>
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
