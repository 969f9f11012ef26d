using System.Globalization;
using System.Text.Json;

namespace Eliza.Function.Http;

/// <summary>JSON as it comes from outside: checked once, so that no reader of it need fear an exception.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6; // of "\u1234"

    /// <summary>
    /// The same JSON with U+FFFD for every escaped surrogate that has no partner: JavaScript's JSON.stringify writes such
    /// escapes for text that was cut within an emoji, and no UTF-8 can hold them.
    /// </summary>
    public static ReadOnlySpan<byte> WithoutLoneSurrogates(ReadOnlySpan<byte> json)
    {
        if (!HoldsEscapedSurrogate(json))
            return json;
        var copy = json.ToArray();
        for (var i = 0; i < copy.Length;)
        {
            var skip = copy.AsSpan(i).IndexOf((byte)'\\');
            if (skip < 0)
                break;
            i += skip;
            var unit = EscapedUnit(copy.AsSpan(i));
            if (unit is null)
            {
                i += 2;
            }
            else if (char.IsHighSurrogate(unit.Value) && i + EscapeLength < copy.Length
                && EscapedUnit(copy.AsSpan(i + EscapeLength)) is { } next && char.IsLowSurrogate(next))
            {
                i += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(unit.Value))
                    "FFFD"u8.CopyTo(copy.AsSpan(i + 2));
                i += EscapeLength;
            }
        }
        return copy;
    }

    // Nearly all text ends here, so it is one search and not one for each case of the letter.
    private static bool HoldsEscapedSurrogate(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf(@"\u"u8) is >= 0 and var escape)
        {
            json = json[(escape + 2)..];
            if (json is [(byte)'d' or (byte)'D', ..])
                return true;
        }
        return false;
    }

    /// <summary>The UTF-16 unit of an escape <c>\u1234</c> that the text starts with, or null if it starts otherwise.</summary>
    private static char? EscapedUnit(ReadOnlySpan<byte> text) =>
        text.Length >= EscapeLength && text.StartsWith(@"\u"u8)
        && ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    /// <summary>Moves from a property's name to its value and gives that if it is text; anything else is skipped.</summary>
    public static string? TextOrNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <summary>
    /// Moves from a property's name to its value and past it, and gives a reader that still stands on the value, for what can
    /// only be read once the rest is known. Of a value that never came, the reader's token is <see cref="JsonTokenType.None"/>.
    /// </summary>
    public static Utf8JsonReader Keep(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        var kept = reader;
        reader.Skip();
        return kept;
    }
}
