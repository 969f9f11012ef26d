using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Contract.Responses;

/// <summary>The body of a request in the Responses contract.</summary>
/// <param name="Parameters">The parameters of the answer.</param>
/// <param name="Lines">The user's lines.</param>
/// <param name="Instructions">The system message at the start, if there is one and ELIZA hears it.</param>
/// <param name="Metadata">The client's metadata, returned unchanged.</param>
internal sealed record ResponsesRequest(
    Parameters Parameters, UserLines Lines, string? Instructions, IReadOnlyDictionary<string, string> Metadata)
{
    // The same limits as OpenAI's.
    private const int MetadataEntries = 16, MetadataKeyLength = 64, MetadataValueLength = 512;

    public static ResponsesRequest Read(ReadOnlySpan<byte> body, bool hearsSystemMessages)
    {
        var parameters = new Parameters();
        var metadata = new Dictionary<string, string>();
        string? instructions = null;
        Utf8JsonReader input = default;
        var reader = RequestBody.Enter(body);
        while (RequestBody.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("input"u8))
                input = reader.Keep();
            else if (reader.ValueTextEquals("instructions"u8))
                instructions = JsonValue.Text(ref reader, "instructions");
            else if (reader.ValueTextEquals("metadata"u8))
                ReadMetadata(ref reader, metadata);
            else if (reader.ValueTextEquals("text"u8))
                RefuseJson(ref reader);
            else if (reader.ValueTextEquals("previous_response_id"u8))
                RefuseMemory(ref reader, "previous_response_id");
            else if (reader.ValueTextEquals("conversation"u8))
                RefuseMemory(ref reader, "conversation");
            else if (reader.ValueTextEquals("background"u8))
                RefuseBackground(ref reader);
            else if (!parameters.TryReadCommon(ref reader) && !parameters.TryReadMaxOutput(ref reader))
                reader.Skip();
        }
        var lines = new UserLines(hearsSystemMessages);
        lines.Append(instructions);
        if (!lines.TryEndSystem())
            throw new ApiException(ApiError.LongLine("instructions"));
        ReadInput(ref input, lines);
        return new ResponsesRequest(parameters, lines, hearsSystemMessages ? instructions : null, metadata);
    }

    private static void ReadInput(ref Utf8JsonReader reader, UserLines lines)
    {
        if (reader.TokenType is JsonTokenType.None or JsonTokenType.Null)
            throw new ApiException(ApiError.Missing("input"));
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            MessageReader.Read(ref reader, "input", OpenAIMessages.Form, lines);
            return;
        }
        if (reader.TokenType != JsonTokenType.String)
            throw new ApiException(ApiError.WrongType("input", "a string or a list of messages"));
        lines.Append(reader);
        if (!lines.TryEndUser())
            throw new ApiException(ApiError.LongLine("input"));
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, Dictionary<string, string> metadata)
    {
        metadata.Clear();
        if (!JsonValue.EnterObject(ref reader, "metadata"))
            return;
        while (reader.ReadName())
        {
            var key = reader.GetString()!;
            var value = reader.ReadTextOrNull();
            if (value is null || key.Length > MetadataKeyLength || value.Length > MetadataValueLength)
            {
                throw new ApiException(ApiError.WrongType("metadata",
                    $"an object of strings, keys of at most {MetadataKeyLength} and values of at most {MetadataValueLength} characters"));
            }
            metadata[key] = value;
        }
        if (metadata.Count > MetadataEntries)
            throw new ApiException(ApiError.LongArray("metadata", MetadataEntries));
    }

    private static void RefuseJson(ref Utf8JsonReader reader)
    {
        if (!JsonValue.EnterObject(ref reader, "text"))
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("format"u8))
                Parameters.RefuseJsonFormat(ref reader, "text.format");
            else
                reader.Skip();
        }
    }

    private static void RefuseMemory(ref Utf8JsonReader reader, string param)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.Null)
            throw new ApiException(ApiError.Unsupported(param,
                $"'{param}' is not supported: nothing is kept between requests. Send the whole conversation as input."));
    }

    private static void RefuseBackground(ref Utf8JsonReader reader)
    {
        if (JsonValue.Boolean(ref reader, "background") == true)
            throw new ApiException(ApiError.Unsupported("background",
                "'background' is not supported: nothing is kept between requests."));
    }
}
