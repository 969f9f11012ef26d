using System.Text.Json;
using Eliza.Function.Http;

namespace Eliza.Function.Contract.Chat;

/// <summary>The body of a chat completion.</summary>
internal sealed record ChatRequest(Parameters Parameters, UserLines Lines)
{
    public static ChatRequest Read(ReadOnlySpan<byte> body, bool hearsSystemMessages)
    {
        var parameters = new Parameters();
        ReadOnlySpan<byte> messages = default;
        var reader = RequestBody.Enter(body);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("messages"u8))
                messages = body[JsonText.Slice(ref reader)];
            else if (reader.ValueTextEquals("metadata"u8))
                RequestBody.RequireObject(ref reader, "metadata");
            else if (reader.ValueTextEquals("response_format"u8))
                Parameters.RefuseJsonFormat(ref reader, "response_format");
            else if (!parameters.TryReadCommon(ref reader) && !parameters.TryReadSampling(ref reader))
                reader.Skip();
        }
        if (messages.IsEmpty || messages.SequenceEqual("null"u8))
            throw new ApiException(ApiError.Missing("messages"));
        var lines = new UserLines(hearsSystemMessages);
        MessageReader.Read(messages, "messages", lines);
        return new ChatRequest(parameters, lines);
    }
}
