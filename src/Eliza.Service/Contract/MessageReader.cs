using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Contract;

/// <summary>Reads the messages of a request.</summary>
internal static class MessageReader
{
    /// <summary>Reads a list of messages. Messages of the assistant and of tools are ignored.</summary>
    /// <param name="reader">Is at the list, and is moved to its end.</param>
    /// <param name="param">The name of the parameter with the list.</param>
    /// <param name="form">The form of the messages.</param>
    /// <param name="lines">Takes the lines.</param>
    public static void Read(ref Utf8JsonReader reader, string param, MessageForm form, UserLines lines)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new ApiException(ApiError.WrongType(param, "a list of messages"));
        var index = 0;
        for (; reader.ReadItem(); index++)
        {
            if (index == Limits.Messages)
                throw new ApiException(ApiError.LongConversation(param));
            ReadMessage(ref reader, new MessagePlace(param, index), form, lines);
        }
        if (index == 0)
            throw new ApiException(ApiError.EmptyArray(param));
        if (lines.Count == 0)
            throw new ApiException(ApiError.NoUserMessage(param));
    }

    private static void ReadMessage(ref Utf8JsonReader reader, MessagePlace place, MessageForm form, UserLines lines)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ApiException(ApiError.WrongType(place.Name, "an object"));
        MessageRole? role = null;
        var isMessage = true;
        Utf8JsonReader content = default;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("role"u8))
                role = ReadRole(ref reader, place, form);
            else if (reader.ValueTextEquals("content"u8))
                content = reader.Keep();
            else if (form.HasTypes && reader.ValueTextEquals("type"u8))
                isMessage = reader.ReadTextOrNull() is null or "message";
            else
                reader.Skip();
        }
        if (!isMessage || role == MessageRole.Skipped)
            return;
        if (role is null)
            throw new ApiException(ApiError.Missing(place.Role));
        if (content.TokenType == JsonTokenType.None)
            throw new ApiException(ApiError.Missing(place.Content));
        ReadContent(ref content, place, form, lines);
        if (!(role == MessageRole.User ? lines.TryEndUser() : lines.TryEndSystem()))
            throw new ApiException(ApiError.LongLine(place.Content));
    }

    private static MessageRole ReadRole(ref Utf8JsonReader reader, MessagePlace place, MessageForm form)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String
            ? form.ReadRole(reader, place.Role)
            : throw new ApiException(ApiError.WrongType(place.Role, "a string"));
    }

    private static void ReadContent(ref Utf8JsonReader reader, MessagePlace place, MessageForm form, UserLines lines)
    {
        if (form.TakesStrings && reader.TokenType == JsonTokenType.String)
        {
            lines.Append(reader);
            return;
        }
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new ApiException(ApiError.WrongType(place.Content, form.ContentKind));
        var separator = "";
        for (var index = 0; reader.ReadItem(); index++)
        {
            if (!TryReadPart(ref reader, place, index, form, out var text))
                continue;
            lines.Append(separator);
            lines.Append(text);
            separator = " ";
        }
    }

    /// <summary>Finds the text of a part; false if the part is of another kind, such as an image.</summary>
    public static bool TryReadPart(ref Utf8JsonReader reader, MessagePlace place, int? index, MessageForm form, out Utf8JsonReader text) =>
        reader.TokenType == JsonTokenType.StartObject
            ? form.TryReadPart(ref reader, place, index, out text)
            : throw new ApiException(ApiError.WrongType(place.Part(index), "an object"));
}
