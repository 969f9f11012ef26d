using System.Globalization;
using System.Text;

namespace Eliza.Cli;

/// <summary>Prepares text for a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The number of columns of a text, by the usual rule: none for a combining character, two for a wide one.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD ? 2 : 1);

    /// <summary>The line without control characters, which could change the terminal. It has the same length.</summary>
    public static string Visible(string line) => string.Concat(line.Select(character => character == '\t' ? ' ' : char.IsControl(character) ? '\uFFFD' : character));
}
