using System.Text.Json;
using Eliza.Service.Http;

namespace Eliza.Service.Contract.Chat;

/// <summary>Writes an answer as a chat completion, whole or streamed.</summary>
/// <remarks>https://platform.openai.com/docs/api-reference/chat</remarks>
internal static class ChatCompletion
{
    public static void Write(Answer answer, Response response)
    {
        response.AddHeader(ContentType.Json);
        var json = response.Json;
        WriteStart(json, answer, "chat.completion"u8);
        for (var i = 0; i < answer.Replies.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("index"u8, i);
            json.WriteStartObject("message"u8);
            json.WriteString("role"u8, "assistant"u8);
            json.WriteString("content"u8, answer.Replies[i].Text);
            json.WriteNull("refusal"u8);
            json.WriteEndObject();
            json.WriteNull("logprobs"u8);
            json.WriteString("finish_reason"u8, answer.Replies[i].FinishReason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        answer.WriteUsage(json);
        json.WriteEndObject();
    }

    public static void Stream(Answer answer, bool includesUsage, IChunkStream stream)
    {
        for (var i = 0; i < answer.Replies.Length; i++)
        {
            WriteChunk(answer, i, "", isFirst: true, finishReason: null, includesUsage, stream);
            foreach (var text in new ContentChunks(answer.Replies[i].Text))
                WriteChunk(answer, i, text, isFirst: false, finishReason: null, includesUsage, stream);
        }
        // These come after all texts, because LiteLLM stops reading at the first of them.
        for (var i = 0; i < answer.Replies.Length; i++)
            WriteChunk(answer, i, "", isFirst: false, answer.Replies[i].FinishReason, includesUsage, stream);
        if (includesUsage)
        {
            var json = stream.Begin();
            WriteStart(json, answer, "chat.completion.chunk"u8);
            json.WriteEndArray();
            answer.WriteUsage(json);
            json.WriteEndObject();
            stream.End();
        }
    }

    private static void WriteChunk(
        Answer answer, int index, ReadOnlySpan<char> content, bool isFirst, string? finishReason, bool includesUsage, IChunkStream stream)
    {
        var json = stream.Begin();
        WriteStart(json, answer, "chat.completion.chunk"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, index);
        json.WriteStartObject("delta"u8);
        if (isFirst)
            json.WriteString("role"u8, "assistant"u8);
        if (finishReason is null)
            json.WriteString("content"u8, content);
        json.WriteEndObject();
        json.WriteNull("logprobs"u8);
        json.WriteString("finish_reason"u8, finishReason);
        json.WriteEndObject();
        json.WriteEndArray();
        if (includesUsage)
            json.WriteNull("usage"u8);
        json.WriteEndObject();
        stream.End();
    }

    private static void WriteStart(Utf8JsonWriter json, Answer answer, ReadOnlySpan<byte> kind)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, $"chatcmpl-{answer.Id}");
        json.WriteString("object"u8, kind);
        json.WriteNumber("created"u8, answer.Created);
        json.WriteString("model"u8, answer.Model);
        json.WriteStartArray("choices"u8);
    }
}
