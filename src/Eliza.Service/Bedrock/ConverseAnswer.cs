using System.Text.Json;
using Eliza.Service.Contract;
using Eliza.Service.Http;

namespace Eliza.Service.Bedrock;

/// <summary>Writes an answer in the form of Converse.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html</remarks>
internal static class ConverseAnswer
{
    /// <param name="answer">An answer with one reply.</param>
    /// <param name="latency">The time that the request took so far.</param>
    /// <param name="response">Takes the body.</param>
    public static void Write(Answer answer, TimeSpan latency, Response response)
    {
        response.AddHeader(ContentType.Json);
        var json = response.Json;
        json.WriteStartObject();
        WriteMetrics(latency, json);
        json.WriteStartObject("output"u8);
        json.WriteStartObject("message"u8);
        json.WriteStartArray("content"u8);
        json.WriteStartObject();
        json.WriteString("text"u8, answer.Replies[0].Text);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("role"u8, "assistant"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteStopReason(answer, json);
        WriteUsage(answer, json);
        json.WriteEndObject();
    }

    public static void WriteMetrics(TimeSpan latency, Utf8JsonWriter json)
    {
        json.WriteStartObject("metrics"u8);
        // In whole milliseconds, rounded up.
        json.WriteNumber("latencyMs"u8, (long)Math.Ceiling(latency.TotalMilliseconds));
        json.WriteEndObject();
    }

    public static void WriteStopReason(Answer answer, Utf8JsonWriter json) =>
        json.WriteString("stopReason"u8, answer.Replies[0].End switch
        {
            ReplyEnd.Stop => "stop_sequence"u8,
            ReplyEnd.Limit => "max_tokens"u8,
            _ => "end_turn"u8,
        });

    public static void WriteUsage(Answer answer, Utf8JsonWriter json)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("inputTokens"u8, answer.PromptWords);
        json.WriteNumber("outputTokens"u8, answer.ReplyWords);
        json.WriteNumber("totalTokens"u8, answer.PromptWords + answer.ReplyWords);
        json.WriteEndObject();
    }
}
