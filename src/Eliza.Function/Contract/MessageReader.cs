using Eliza.Function.Json;

namespace Eliza.Function.Contract;

/// <summary>Reads what was said so far: <c>messages</c> of a chat, or <c>input</c> items of the Responses contract.</summary>
internal static class MessageReader
{
    private enum Role
    {
        Skipped,
        System,
        User,
    }

    /// <summary>Reads a list of messages. Items of a <c>type</c> other than message are ignored, as is what the assistant and tools said.</summary>
    /// <param name="reader">Stands on the list, and is moved to its end.</param>
    /// <param name="param">The name of the parameter that holds it.</param>
    /// <param name="lines">Takes the lines.</param>
    public static void Read(ref JsonReader reader, string param, UserLines lines)
    {
        if (reader.TokenType != JsonToken.StartArray)
            throw new ApiException(ApiError.WrongType(param, "a list of messages"));
        var index = 0;
        for (; reader.ReadItem(); index++)
        {
            if (index == Limits.Messages)
                throw new ApiException(ApiError.LongArray(param, Limits.Messages));
            ReadMessage(ref reader, new Place(param, index), lines);
        }
        if (index == 0)
            throw new ApiException(ApiError.EmptyArray(param));
        if (lines.Count == 0)
            throw new ApiException(ApiError.NoUserMessage(param));
    }

    private static void ReadMessage(ref JsonReader reader, Place place, UserLines lines)
    {
        if (reader.TokenType != JsonToken.StartObject)
            throw new ApiException(ApiError.WrongType(place.Name, "an object"));
        Role? role = null;
        var isMessage = true;
        JsonReader content = default;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("role"u8))
                role = ReadRole(ref reader, place);
            else if (reader.ValueTextEquals("content"u8))
                content = reader.Keep();
            else if (reader.ValueTextEquals("type"u8))
                isMessage = reader.ReadTextOrNull() is null or "message";
            else
                reader.Skip();
        }
        if (!isMessage || role == Role.Skipped)
            return;
        if (role is null)
            throw new ApiException(ApiError.Missing(place.Role));
        if (content.TokenType == JsonToken.None)
            throw new ApiException(ApiError.Missing(place.Content));
        ReadContent(ref content, place, lines);
        if (!(role == Role.User ? lines.TryEndUser() : lines.TryEndSystem()))
            throw new ApiException(ApiError.LongLine(place.Content));
    }

    private static Role ReadRole(ref JsonReader reader, Place place)
    {
        reader.Read();
        if (reader.TokenType != JsonToken.String)
            throw new ApiException(ApiError.WrongType(place.Role, "a string"));
        return reader.ValueTextEquals("user"u8) ? Role.User
            : reader.ValueTextEquals("system"u8) || reader.ValueTextEquals("developer"u8) ? Role.System
            : reader.ValueTextEquals("assistant"u8) || reader.ValueTextEquals("tool"u8) || reader.ValueTextEquals("function"u8) ? Role.Skipped
            : throw new ApiException(ApiError.Unsupported(place.Role,
                $"'{place.Role}' must be system, developer, user, assistant, tool or function."));
    }

    private static void ReadContent(ref JsonReader reader, Place place, UserLines lines)
    {
        if (reader.TokenType == JsonToken.String)
        {
            lines.Append(reader);
            return;
        }
        if (reader.TokenType != JsonToken.StartArray)
            throw new ApiException(ApiError.WrongType(place.Content, "a string or a list of parts"));
        var separator = "";
        for (var index = 0; reader.ReadItem(); index++)
        {
            if (!TryReadPart(ref reader, place, index, out var text))
                continue;
            lines.Append(separator);
            lines.Append(text);
            separator = " ";
        }
    }

    /// <summary>Finds the text of a part; false if it is of another kind, such as an image.</summary>
    private static bool TryReadPart(ref JsonReader reader, Place place, int index, out JsonReader text)
    {
        if (reader.TokenType != JsonToken.StartObject)
            throw new ApiException(ApiError.WrongType($"{place.Content}[{index}]", "an object"));
        string? type = null;
        text = default;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("type"u8))
                type = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("text"u8))
                text = reader.Keep();
            else
                reader.Skip();
        }
        if (type is not ("text" or "input_text" or "output_text"))
            return false;
        return text.TokenType == JsonToken.String
            ? true
            : throw new ApiException(ApiError.WrongType($"{place.Content}[{index}].text", "a string"));
    }

    /// <summary>Where a message stands, for errors only: their text is made when there is one.</summary>
    private readonly record struct Place(string Param, int Index)
    {
        public string Name => $"{Param}[{Index}]";

        public string Role => $"{Name}.role";

        public string Content => $"{Name}.content";
    }
}
