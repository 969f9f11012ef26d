using System.Globalization;
using System.Text;

namespace Eliza.Cli;

/// <summary>Text as a terminal shows it.</summary>
internal static class TerminalText
{
    /// <summary>How many columns a text takes, by the usual rule: none for what combines, two for what is wide.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD ? 2 : 1);

    /// <summary>A line that cannot steer the terminal, of the same length.</summary>
    public static string Visible(string line) => string.Concat(line.Select(character => character == '\t' ? ' ' : char.IsControl(character) ? '\uFFFD' : character));
}
