using System.Text.Json;

namespace Eliza.Service.Json;

/// <summary>The steps in which a body is read.</summary>
internal static class JsonReading
{
    /// <summary>Moves from the start of an object, or the end of a member, to the next name; false at the end of the object.</summary>
    public static bool ReadName(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves from the start of an array, or the end of an item, to the next; false at the end of the array.</summary>
    public static bool ReadItem(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Moves from a name past its value and gives that if it is text, null if it is anything else.</summary>
    public static string? ReadTextOrNull(this ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <summary>
    /// Moves from a name past its value, and gives a reader that stands on the value, for what can only be read once the
    /// rest is known. Of a value that never came, the token is <see cref="JsonTokenType.None"/>.
    /// </summary>
    public static Utf8JsonReader Keep(this scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        var kept = reader;
        reader.Skip();
        return kept;
    }
}
