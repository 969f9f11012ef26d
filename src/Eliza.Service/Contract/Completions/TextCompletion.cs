using System.Text.Json;
using Eliza.Service.Http;

namespace Eliza.Service.Contract.Completions;

/// <summary>Writes an answer as a legacy completion, whole or streamed.</summary>
/// <remarks>https://platform.openai.com/docs/api-reference/completions</remarks>
internal static class TextCompletion
{
    public static void Write(Answer answer, Response response)
    {
        response.AddHeader(ContentType.Json);
        WriteStart(response.Json, answer);
        for (var i = 0; i < answer.Replies.Length; i++)
            WriteChoice(response.Json, i, answer.Replies[i].Text, answer.Replies[i].FinishReason);
        response.Json.WriteEndArray();
        answer.WriteUsage(response.Json);
        response.Json.WriteEndObject();
    }

    public static void Stream(Answer answer, bool includesUsage, Response response)
    {
        var stream = new ServerSentEvents(response);
        for (var i = 0; i < answer.Replies.Length; i++)
        {
            foreach (var text in new ContentChunks(answer.Replies[i].Text))
                WriteChunk(answer, i, text, finishReason: null, includesUsage, stream);
        }
        // These come after all texts, because LiteLLM stops reading at the first of them.
        for (var i = 0; i < answer.Replies.Length; i++)
            WriteChunk(answer, i, "", answer.Replies[i].FinishReason, includesUsage, stream);
        if (includesUsage)
        {
            var json = stream.Begin();
            WriteStart(json, answer);
            json.WriteEndArray();
            answer.WriteUsage(json);
            json.WriteEndObject();
            stream.End();
        }
        stream.Finish();
    }

    private static void WriteChunk(
        Answer answer, int index, ReadOnlySpan<char> text, string? finishReason, bool includesUsage, ServerSentEvents stream)
    {
        var json = stream.Begin();
        WriteStart(json, answer);
        WriteChoice(json, index, text, finishReason);
        json.WriteEndArray();
        if (includesUsage)
            json.WriteNull("usage"u8);
        json.WriteEndObject();
        stream.End();
    }

    private static void WriteStart(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, $"cmpl-{answer.Id}");
        json.WriteString("object"u8, "text_completion"u8);
        json.WriteNumber("created"u8, answer.Created);
        json.WriteString("model"u8, answer.Model);
        json.WriteStartArray("choices"u8);
    }

    private static void WriteChoice(Utf8JsonWriter json, int index, ReadOnlySpan<char> text, string? finishReason)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, text);
        json.WriteNumber("index"u8, index);
        json.WriteNull("logprobs"u8);
        json.WriteString("finish_reason"u8, finishReason);
        json.WriteEndObject();
    }
}
