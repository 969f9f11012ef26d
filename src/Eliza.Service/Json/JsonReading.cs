using System.Text.Json;

namespace Eliza.Service.Json;

/// <summary>Steps for reading a body.</summary>
internal static class JsonReading
{
    /// <summary>Moves from the start of an object or the end of a member to the next name; false at the end of the object.</summary>
    public static bool ReadName(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves from the start of an array or the end of an item to the next item; false at the end of the array.</summary>
    public static bool ReadItem(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Moves from a name to the end of its value. Returns the value if it is text, otherwise null.</summary>
    public static string? ReadTextOrNull(this ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <summary>
    /// Moves from a name to the end of its value, and returns a reader at the value. This is for values that can only be read when the
    /// rest is known. A member that never came leaves a default reader, whose token is <see cref="JsonTokenType.None"/>.
    /// </summary>
    public static Utf8JsonReader Keep(this scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        var kept = reader;
        reader.Skip();
        return kept;
    }
}
