using System.Text.Json;
using Eliza.Service.Contract;
using Eliza.Service.Contract.Chat;
using Eliza.Service.Json;

namespace Eliza.Service.Bedrock;

/// <summary>The body of CountTokens. It holds a request of Converse or InvokeModel, whose words are only counted.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html</remarks>
internal static class CountRequest
{
    /// <summary>The lines of the request in the body.</summary>
    public static UserLines Read(ReadOnlySpan<byte> body, bool hearsSystemMessages)
    {
        UserLines? lines = null;
        var reader = RequestBody.Enter(body);
        while (RequestBody.NextMember(ref reader))
        {
            if (!reader.ValueTextEquals("input"u8))
                reader.Skip();
            else if (JsonValue.EnterObject(ref reader, "input"))
                lines = ReadInput(ref reader, hearsSystemMessages);
        }
        return lines ?? throw new ApiException(ApiError.Missing("input"));
    }

    private static UserLines ReadInput(ref Utf8JsonReader reader, bool hearsSystemMessages)
    {
        UserLines? lines = null;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("converse"u8))
                lines = ReadConverse(ref reader, hearsSystemMessages) ?? lines;
            else if (reader.ValueTextEquals("invokeModel"u8))
                lines = ReadInvokeModel(ref reader, hearsSystemMessages) ?? lines;
            else
                reader.Skip();
        }
        return lines ?? throw new ApiException(ApiError.Missing("input.converse"));
    }

    private static UserLines? ReadConverse(ref Utf8JsonReader reader, bool hearsSystemMessages)
    {
        if (!JsonValue.EnterObject(ref reader, "input.converse"))
            return null;
        var request = new ConverseRequest();
        while (reader.ReadName())
            request.ReadMember(ref reader);
        return request.ReadLines(hearsSystemMessages);
    }

    private static UserLines? ReadInvokeModel(ref Utf8JsonReader reader, bool hearsSystemMessages)
    {
        if (!JsonValue.EnterObject(ref reader, "input.invokeModel"))
            return null;
        byte[]? sent = null;
        while (reader.ReadName())
        {
            if (!reader.ValueTextEquals("body"u8))
            {
                reader.Skip();
                continue;
            }
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !reader.TryGetBytesFromBase64(out sent))
                throw new ApiException(ApiError.WrongType("input.invokeModel.body", "base64"));
        }
        var body = RequestBody.TextOf(sent ?? throw new ApiException(ApiError.Missing("input.invokeModel.body")));
        try
        {
            return ChatRequest.Read(body, hearsSystemMessages).Lines;
        }
        catch (JsonException)
        {
            throw new ApiException(RequestBody.Fault(body));
        }
    }
}
