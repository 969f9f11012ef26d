using System.Text.Json;
using Eliza.Function.Http;

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
    /// <param name="json">The list.</param>
    /// <param name="param">The name of the parameter that holds it.</param>
    /// <param name="lines">Takes the lines.</param>
    public static void Read(ReadOnlySpan<byte> json, string param, UserLines lines)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new ApiException(ApiError.WrongType(param, "a list of messages"));
        var index = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index == Limits.Messages)
                throw new ApiException(ApiError.LongArray(param, Limits.Messages));
            ReadMessage(ref reader, json, $"{param}[{index}]", lines);
        }
        if (index == 0)
            throw new ApiException(ApiError.EmptyArray(param));
        if (lines.Lines.Count == 0)
            throw new ApiException(ApiError.NoUserMessage(param));
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string param, UserLines lines)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ApiException(ApiError.WrongType(param, "an object"));
        Role? role = null;
        var isMessage = true;
        ReadOnlySpan<byte> content = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("role"u8))
                role = ReadRole(ref reader, param);
            else if (reader.ValueTextEquals("content"u8))
                content = json[JsonText.Slice(ref reader)];
            else if (reader.ValueTextEquals("type"u8))
                isMessage = JsonText.TextOrNull(ref reader) is null or "message";
            else
                reader.Skip();
        }
        if (!isMessage || role == Role.Skipped)
            return;
        if (role is null)
            throw new ApiException(ApiError.Missing($"{param}.role"));
        param += ".content";
        if (content.IsEmpty)
            throw new ApiException(ApiError.Missing(param));
        var text = ReadContent(content, param);
        if (role == Role.User)
            lines.AddUser(text, param);
        else
            lines.AddSystem(text, param);
    }

    private static Role ReadRole(ref Utf8JsonReader reader, string param)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            throw new ApiException(ApiError.WrongType($"{param}.role", "a string"));
        return reader.ValueTextEquals("user"u8) ? Role.User
            : reader.ValueTextEquals("system"u8) || reader.ValueTextEquals("developer"u8) ? Role.System
            : reader.ValueTextEquals("assistant"u8) || reader.ValueTextEquals("tool"u8) || reader.ValueTextEquals("function"u8) ? Role.Skipped
            : throw new ApiException(ApiError.Unsupported($"{param}.role",
                $"'{param}.role' must be system, developer, user, assistant, tool or function."));
    }

    private static string ReadContent(ReadOnlySpan<byte> json, string param)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new ApiException(ApiError.WrongType(param, "a string or a list of parts"));
        var texts = new List<string>();
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (ReadPart(ref reader, $"{param}[{index}]") is { } text)
                texts.Add(text);
        }
        return string.Join(' ', texts);
    }

    /// <summary>The text of a part; null if it is of another kind, such as an image.</summary>
    private static string? ReadPart(ref Utf8JsonReader reader, string param)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ApiException(ApiError.WrongType(param, "an object"));
        string? type = null, text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
                type = JsonText.TextOrNull(ref reader);
            else if (reader.ValueTextEquals("text"u8))
                text = JsonText.TextOrNull(ref reader);
            else
                reader.Skip();
        }
        return type is "text" or "input_text" or "output_text"
            ? text ?? throw new ApiException(ApiError.WrongType($"{param}.text", "a string"))
            : null;
    }
}
