using System.Text;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>Cuts a line of the user into words as the program of 1966 did.</summary>
internal static class ListReader
{
    /// <summary>Reads the next word of a line, a comma or a full stop among them, folded.</summary>
    /// <returns>The characters of the word, none at the end of the line.</returns>
    public static int ReadWord(ref ReadOnlySpan<char> line, Span<char> word, out uint hash)
    {
        hash = WordHash.Empty;
        var table = ListText.FoldedAscii;
        var length = 0;
        var position = 0;
        while (position < line.Length)
        {
            var read = 1;
            var written = 1;
            if (line[position] < table.Length) word[length] = (char)table[line[position]];
            else (read, written) = FoldBeyondAscii(line[position..], word[length..]);

            if (word[length] == ' ')
            {
                if (length > 0) break;
                position += read;
            }
            else if (ListText.IsDelimiter(word[length]))
            {
                if (length > 0) break;
                position += read;
                length = written;
                break;
            }
            else
            {
                position += read;
                for (; written > 0; written--) hash = WordHash.Append(hash, word[length++]);
            }
        }

        line = line[position..];
        return length;
    }

    private static (int Read, int Written) FoldBeyondAscii(ReadOnlySpan<char> line, Span<char> word)
    {
        // A lone surrogate, which no text can hold, becomes the replacement character.
        _ = Rune.DecodeFromUtf16(line, out var rune, out var read);
        return (read, ListText.Fold(rune.Value, word));
    }
}
