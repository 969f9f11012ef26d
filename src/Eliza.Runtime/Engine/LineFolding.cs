using System.Runtime.CompilerServices;
using System.Text;
using Eliza.Runtime.Text;

namespace Eliza.Runtime.Engine;

/// <summary>
/// Brings a whole line into the form in which it is cut into words and compared, before anything is cut: what
/// separates is then one of a few characters, which <see cref="Cutter"/> finds many at a time.
/// </summary>
internal static class LineFolding
{
    /// <summary>Folds as the line language does. The spelling that replies show is kept, character for character.</summary>
    /// <returns>The characters written to each.</returns>
    public static int FoldLine(ReadOnlySpan<char> line, Span<char> spelling, Span<char> folded)
    {
        if (TryFoldAscii(line, folded, LineText.FoldedAscii))
        {
            line.CopyTo(spelling);
            return line.Length;
        }

        var length = 0;
        while (!line.IsEmpty)
        {
            // A lone surrogate, which no text can hold, is decoded to the replacement character.
            _ = Rune.DecodeFromUtf16(line, out var rune, out var read);
            line = line[read..];
            if (rune.IsBmp && LineText.EndsClause((char)rune.Value))
            {
                folded[length++] = LineText.Stop;
            }
            else if (rune.IsBmp && LineText.IsBlank((char)rune.Value))
            {
                folded[length++] = LineText.Blank;
            }
            else
            {
                var upperCase = new Rune(LineText.Fold(rune.Value));
                _ = (upperCase.Value == '\'' ? upperCase : rune).EncodeToUtf16(spelling[length..]);
                length += upperCase.EncodeToUtf16(folded[length..]);
            }
        }

        return length;
    }

    /// <summary>Folds as the list language does.</summary>
    /// <returns>The characters written.</returns>
    public static int FoldList(ReadOnlySpan<char> line, Span<char> folded)
    {
        if (TryFoldAscii(line, folded, ListText.FoldedAscii)) return line.Length;

        var length = 0;
        while (!line.IsEmpty)
        {
            _ = Rune.DecodeFromUtf16(line, out var rune, out var read);
            line = line[read..];
            if (rune.IsAscii) folded[length++] = (char)ListText.FoldedAscii[rune.Value];
            else length += ListText.Fold(rune.Value, folded[length..]);
        }

        return length;
    }

    /// <summary>Folds a line until it is seen not to be in ASCII.</summary>
    /// <remarks>Inlined where the table is known: no index needs to be checked then, which halves the time.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFoldAscii(ReadOnlySpan<char> line, Span<char> folded, ReadOnlySpan<byte> table)
    {
        var all = 0;
        for (var index = 0; index < line.Length && index < folded.Length; index++)
        {
            int character = line[index];
            all |= character;
            folded[index] = (char)table[character & 0x7F];
        }

        return all <= 0x7F;
    }
}
