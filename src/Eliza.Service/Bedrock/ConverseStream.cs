using Eliza.Service.Contract;

namespace Eliza.Service.Bedrock;

/// <summary>Writes an answer in the form of ConverseStream: the start of a message, its text in pieces, its end.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html</remarks>
internal static class ConverseStream
{
    /// <param name="answer">An answer with one reply.</param>
    /// <param name="latency">The time that the request took so far.</param>
    /// <param name="response">Takes the body.</param>
    public static void Write(Answer answer, TimeSpan latency, Response response)
    {
        using var events = new EventStream(response);
        var json = events.Begin();
        json.WriteStartObject();
        json.WriteString("role"u8, "assistant"u8);
        json.WriteEndObject();
        events.End("messageStart"u8);

        // There is no contentBlockStart: for text it would be empty, and clients reject an empty one.
        foreach (var text in new ContentChunks(answer.Replies[0].Text))
        {
            events.Begin();
            json.WriteStartObject();
            json.WriteNumber("contentBlockIndex"u8, 0);
            json.WriteStartObject("delta"u8);
            json.WriteString("text"u8, text);
            json.WriteEndObject();
            json.WriteEndObject();
            events.End("contentBlockDelta"u8);
        }

        events.Begin();
        json.WriteStartObject();
        json.WriteNumber("contentBlockIndex"u8, 0);
        json.WriteEndObject();
        events.End("contentBlockStop"u8);

        events.Begin();
        json.WriteStartObject();
        ConverseAnswer.WriteStopReason(answer, json);
        json.WriteEndObject();
        events.End("messageStop"u8);

        events.Begin();
        json.WriteStartObject();
        ConverseAnswer.WriteMetrics(latency, json);
        ConverseAnswer.WriteUsage(answer, json);
        json.WriteEndObject();
        events.End("metadata"u8);
    }
}
