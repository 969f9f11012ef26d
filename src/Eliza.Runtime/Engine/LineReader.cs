using System.Text;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>Cuts a line of the user into words as the line language does.</summary>
internal static class LineReader
{
    /// <summary>Reads the word at the start of a line: its spelling, its upper-case form of the same length, and its hash.</summary>
    /// <returns>The characters of the word, which are as many as were read.</returns>
    public static int ReadWord(ReadOnlySpan<char> line, Span<char> spelling, Span<char> upperCase, out uint hash)
    {
        hash = WordHash.Empty;
        var table = LineText.UpperCaseWordCharacters;
        var length = 0;
        while (length < line.Length)
        {
            var character = line[length];
            if (character < table.Length)
            {
                var upper = (char)table[character];
                if (upper == 0) break;
                spelling[length] = character;
                upperCase[length++] = upper;
                hash = WordHash.Append(hash, upper);
            }
            else
            {
                var count = ReadBeyondAscii(line[length..], spelling[length..], upperCase[length..]);
                if (count == 0) break;
                for (; count > 0; count--) hash = WordHash.Append(hash, upperCase[length++]);
            }
        }

        return length;
    }

    private static int ReadBeyondAscii(ReadOnlySpan<char> line, Span<char> spelling, Span<char> upperCase)
    {
        if (LineText.IsBlank(line[0]) || LineText.EndsClause(line[0])) return 0;

        // A lone surrogate, which no text can hold, becomes the replacement character.
        _ = Rune.DecodeFromUtf16(line, out var rune, out _);
        var folded = LineText.Fold(rune.Value);
        _ = (folded == '\'' ? new Rune(folded) : rune).EncodeToUtf16(spelling);
        return new Rune(folded).EncodeToUtf16(upperCase);
    }
}
