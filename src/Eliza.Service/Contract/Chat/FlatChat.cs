using Eliza.Service.Http;

namespace Eliza.Service.Contract.Chat;

/// <summary>Writes an answer in the flat form: one reply and no choices.</summary>
internal static class FlatChat
{
    /// <param name="answer">An answer with one reply.</param>
    /// <param name="requestId">The id in the log.</param>
    /// <param name="latency">The time that the request took so far.</param>
    /// <param name="response">Takes the body.</param>
    public static void Write(Answer answer, string requestId, TimeSpan latency, Response response)
    {
        response.AddHeader(ContentType.Json);
        var json = response.Json;
        json.WriteStartObject();
        json.WriteString("id"u8, $"chat-{answer.Id}");
        json.WriteString("model"u8, answer.Model);
        json.WriteString("content"u8, answer.Replies[0].Text);
        answer.WriteUsage(json);
        json.WriteNumber("latency_ms"u8, latency.TotalMilliseconds);
        json.WriteString("request_id"u8, requestId);
        json.WriteEndObject();
    }
}
