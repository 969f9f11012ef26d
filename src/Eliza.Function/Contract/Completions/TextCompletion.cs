using Eliza.Function.Http;
using Eliza.Function.Json;

namespace Eliza.Function.Contract.Completions;

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
        response.BeginStream();
        for (var i = 0; i < answer.Replies.Length; i++)
        {
            foreach (var text in new ContentChunks(answer.Replies[i].Text))
                WriteChunk(answer, i, text, finishReason: null, includesUsage, response);
            WriteChunk(answer, i, "", answer.Replies[i].FinishReason, includesUsage, response);
        }
        if (includesUsage)
        {
            response.BeginEvent();
            WriteStart(response.Json, answer);
            response.Json.WriteEndArray();
            answer.WriteUsage(response.Json);
            response.Json.WriteEndObject();
            response.EndEvent();
        }
        response.EndStream();
    }

    private static void WriteChunk(
        Answer answer, int index, ReadOnlySpan<char> text, string? finishReason, bool includesUsage, Response response)
    {
        response.BeginEvent();
        WriteStart(response.Json, answer);
        WriteChoice(response.Json, index, text, finishReason);
        response.Json.WriteEndArray();
        if (includesUsage)
            response.Json.WriteNull("usage"u8);
        response.Json.WriteEndObject();
        response.EndEvent();
    }

    private static void WriteStart(JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, "cmpl-"u8, answer.Id);
        json.WriteConstant("object"u8, "text_completion"u8);
        json.WriteNumber("created"u8, answer.Created);
        json.WriteString("model"u8, answer.Model);
        json.WriteStartArray("choices"u8);
    }

    private static void WriteChoice(JsonWriter json, int index, ReadOnlySpan<char> text, string? finishReason)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, text);
        json.WriteNumber("index"u8, index);
        json.WriteNull("logprobs"u8);
        json.WriteString("finish_reason"u8, finishReason);
        json.WriteEndObject();
    }
}
