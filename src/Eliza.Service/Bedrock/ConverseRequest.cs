using System.Text.Json;
using Eliza.Service.Contract;
using Eliza.Service.Json;

namespace Eliza.Service.Bedrock;

/// <summary>Collects the members of a Converse request in any order. Unknown members are ignored.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html</remarks>
internal ref struct ConverseRequest()
{
    private Utf8JsonReader _messages;
    private Utf8JsonReader _system;

    public Parameters Parameters { get; } = new();

    /// <summary>Reads a whole body.</summary>
    public static ConverseRequest Read(ReadOnlySpan<byte> body)
    {
        var request = new ConverseRequest();
        var reader = RequestBody.Enter(body);
        while (RequestBody.NextMember(ref reader))
            request.ReadMember(ref reader);
        return request;
    }

    /// <summary>Reads a member.</summary>
    /// <param name="reader">Is at the name of the member.</param>
    public void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("messages"u8))
            _messages = reader.Keep();
        else if (reader.ValueTextEquals("system"u8))
            _system = reader.Keep();
        else if (reader.ValueTextEquals("inferenceConfig"u8))
            InferenceConfig.Read(ref reader, Parameters);
        else if (reader.ValueTextEquals("additionalModelRequestFields"u8))
            InferenceConfig.ReadAdditional(ref reader, Parameters);
        else if (reader.ValueTextEquals("guardrailConfig"u8))
            RefuseGuardrail(ref reader);
        else if (reader.ValueTextEquals("outputConfig"u8))
            RefuseJson(ref reader);
        else
            reader.Skip();
    }

    /// <summary>The user's lines, after all members are read. The system's text comes first.</summary>
    public UserLines ReadLines(bool hearsSystemMessages)
    {
        var lines = new UserLines(hearsSystemMessages);
        if (_system.TokenType is not (JsonTokenType.None or JsonTokenType.Null))
            ReadSystem(lines);
        if (_messages.TokenType is JsonTokenType.None or JsonTokenType.Null)
            throw new ApiException(ApiError.Missing("messages"));
        MessageReader.Read(ref _messages, "messages", ConverseMessages.Form, lines);
        return lines;
    }

    private void ReadSystem(UserLines lines)
    {
        if (_system.TokenType != JsonTokenType.StartArray)
            throw new ApiException(ApiError.WrongType("system", ConverseMessages.Form.ContentKind));
        for (var index = 0; _system.ReadItem(); index++)
        {
            var place = new MessagePlace("system", index);
            if (!MessageReader.TryReadPart(ref _system, place, index: null, ConverseMessages.Form, out var text))
                continue;
            lines.Append(text);
            if (!lines.TryEndSystem())
                throw new ApiException(ApiError.LongLine(place.Name));
        }
    }

    // The request is refused, because ignoring a guardrail would promise a protection that does not exist.
    private static void RefuseGuardrail(ref Utf8JsonReader reader)
    {
        if (!JsonValue.EnterObject(ref reader, "guardrailConfig"))
            return;
        while (reader.ReadName())
        {
            if (!reader.ValueTextEquals("guardrailIdentifier"u8))
                reader.Skip();
            else if (!string.IsNullOrEmpty(JsonValue.Text(ref reader, "guardrailConfig.guardrailIdentifier")))
                throw new ApiException(BedrockError.NoGuardrails("guardrailConfig"));
        }
    }

    private static void RefuseJson(ref Utf8JsonReader reader)
    {
        if (!JsonValue.EnterObject(ref reader, "outputConfig"))
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("textFormat"u8))
                Parameters.RefuseJsonFormat(ref reader, "outputConfig.textFormat");
            else
                reader.Skip();
        }
    }
}
