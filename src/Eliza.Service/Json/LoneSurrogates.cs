using System.Globalization;

namespace Eliza.Service.Json;

/// <summary>
/// Escaped halves of surrogate pairs. JavaScript's <c>JSON.stringify</c> writes them for text that was cut inside an emoji.
/// UTF-8 cannot hold them, and .NET's reader throws an exception.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6; // of \u1234

    /// <summary>The same JSON with an escaped U+FFFD for each half without its partner.</summary>
    public static ReadOnlySpan<byte> Replace(ReadOnlySpan<byte> json)
    {
        if (!MayHold(json))
            return json;
        var copy = json.ToArray();
        for (var i = 0; copy.AsSpan(i).IndexOf((byte)'\\') is >= 0 and var skipped;)
        {
            i += skipped;
            var unit = UnitAt(copy, i);
            var isPair = char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(copy, i + EscapeLength));
            if (char.IsSurrogate(unit) && !isPair)
                "FFFD"u8.CopyTo(copy.AsSpan(i + 2));
            i = Math.Min(copy.Length, i + (isPair ? 2 * EscapeLength : 2));
        }
        return copy;
    }

    // A quick check, because nearly no text has one.
    private static bool MayHold(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf(@"\u"u8) is >= 0 and var escape)
        {
            json = json[(escape + 2)..];
            if (json is [(byte)'d' or (byte)'D', ..])
                return true;
        }
        return false;
    }

    // The UTF-16 unit of an escape, or NUL if there is no escape.
    private static char UnitAt(ReadOnlySpan<byte> json, int index) =>
        json.Length - index >= EscapeLength && json[index..].StartsWith(@"\u"u8)
        && ushort.TryParse(json.Slice(index + 2, EscapeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
