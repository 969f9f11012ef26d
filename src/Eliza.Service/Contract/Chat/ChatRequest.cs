using System.Text.Json;

namespace Eliza.Service.Contract.Chat;

/// <summary>The body of a chat completion.</summary>
internal sealed record ChatRequest(Parameters Parameters, UserLines Lines)
{
    public static ChatRequest Read(ReadOnlySpan<byte> body, bool hearsSystemMessages)
    {
        var parameters = new Parameters();
        UserLines? lines = null;
        var reader = RequestBody.Enter(body);
        while (RequestBody.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("messages"u8))
                lines = ReadMessages(ref reader, hearsSystemMessages);
            else if (reader.ValueTextEquals("metadata"u8))
                RequestBody.RequireObject(ref reader, "metadata");
            else if (reader.ValueTextEquals("response_format"u8))
                Parameters.RefuseJsonFormat(ref reader, "response_format");
            else if (!parameters.TryReadCommon(ref reader) && !parameters.TryReadSampling(ref reader))
                reader.Skip();
        }
        return new ChatRequest(parameters, lines ?? throw new ApiException(ApiError.Missing("messages")));
    }

    private static UserLines? ReadMessages(ref Utf8JsonReader reader, bool hearsSystemMessages)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var lines = new UserLines(hearsSystemMessages);
        MessageReader.Read(ref reader, "messages", OpenAIMessages.Form, lines);
        return lines;
    }
}
