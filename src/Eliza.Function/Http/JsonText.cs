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
        if (json.IndexOf(@"\ud"u8) < 0 && json.IndexOf(@"\uD"u8) < 0)
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

    /// <summary>The UTF-16 unit of an escape <c>\u1234</c> that the text starts with, or null if it starts otherwise.</summary>
    private static char? EscapedUnit(ReadOnlySpan<byte> text) =>
        text.Length >= EscapeLength && text.StartsWith(@"\u"u8)
        && ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    /// <summary>The depth of the deepest object or array, the root being 1.</summary>
    /// <exception cref="JsonException">This is not JSON.</exception>
    public static int Depth(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var deepest = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                deepest = Math.Max(deepest, reader.CurrentDepth + 1);
        }
        return deepest;
    }

    /// <summary>Moves from a property's name to its value and gives that if it is text; anything else is skipped.</summary>
    public static string? TextOrNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <summary>Moves from a property's name to its value, past it, and gives the JSON of the value.</summary>
    public static Range Slice(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

}
