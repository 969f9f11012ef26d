using System.Text.Json;

namespace Eliza.Service.Contract.Responses;

/// <summary>Writes the object that the Responses contract calls a response. It has one message with one part.</summary>
/// <remarks>https://platform.openai.com/docs/api-reference/responses/object</remarks>
internal sealed class ResponseObject(Answer answer, ResponsesRequest request)
{
    private Reply Reply => answer.Replies[0];

    /// <summary>The id of the message.</summary>
    public string MessageId => $"msg_{answer.Id}";

    /// <summary>The text of the message.</summary>
    public string Text => Reply.Text;

    /// <summary>The status at the end: <c>completed</c>, or <c>incomplete</c> if max_output_tokens cut the reply.</summary>
    public string FinalStatus => Reply.IsCut ? "incomplete" : "completed";

    /// <summary>Writes the response before its message, or at the end with it.</summary>
    public void WriteResponse(Utf8JsonWriter json, bool isFinal)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, $"resp_{answer.Id}");
        json.WriteString("object"u8, "response"u8);
        json.WriteNumber("created_at"u8, answer.Created);
        json.WriteString("status"u8, isFinal ? FinalStatus : "in_progress");
        json.WriteBoolean("background"u8, false);
        json.WriteNull("error"u8);
        WriteIncompleteDetails(json, isFinal && Reply.IsCut);
        json.WriteString("instructions"u8, request.Instructions);
        WriteNumber(json, "max_output_tokens"u8, request.Parameters.MaxWords);
        json.WriteString("model"u8, answer.Model);
        json.WriteStartArray("output"u8);
        if (isFinal)
            WriteMessage(json, isFinal);
        json.WriteEndArray();
        json.WriteBoolean("parallel_tool_calls"u8, true);
        json.WriteNull("previous_response_id"u8);
        json.WriteStartObject("reasoning"u8);
        json.WriteNull("effort"u8);
        json.WriteNull("summary"u8);
        json.WriteEndObject();
        json.WriteBoolean("store"u8, false);
        json.WriteNumber("temperature"u8, request.Parameters.Temperature ?? 1);
        json.WriteStartObject("text"u8);
        json.WriteStartObject("format"u8);
        json.WriteString("type"u8, "text"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("tool_choice"u8, "auto"u8);
        json.WriteStartArray("tools"u8);
        json.WriteEndArray();
        json.WriteNumber("top_p"u8, request.Parameters.TopP ?? 1);
        json.WriteString("truncation"u8, "disabled"u8);
        if (isFinal)
            WriteUsage(json);
        else
            json.WriteNull("usage"u8);
        json.WriteNull("user"u8);
        json.WriteStartObject("metadata"u8);
        foreach (var (key, value) in request.Metadata)
            json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the message, either empty or with its part.</summary>
    public void WriteMessage(Utf8JsonWriter json, bool isFinal)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, MessageId);
        json.WriteString("type"u8, "message"u8);
        json.WriteString("status"u8, isFinal ? FinalStatus : "in_progress");
        json.WriteString("role"u8, "assistant"u8);
        json.WriteStartArray("content"u8);
        if (isFinal)
            WritePart(json, Text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the part of the message.</summary>
    public static void WritePart(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "output_text"u8);
        json.WriteStartArray("annotations"u8);
        json.WriteEndArray();
        json.WriteStartArray("logprobs"u8);
        json.WriteEndArray();
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static void WriteIncompleteDetails(Utf8JsonWriter json, bool isIncomplete)
    {
        if (!isIncomplete)
        {
            json.WriteNull("incomplete_details"u8);
            return;
        }
        json.WriteStartObject("incomplete_details"u8);
        json.WriteString("reason"u8, "max_output_tokens"u8);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, int limit)
    {
        if (limit == int.MaxValue)
            json.WriteNull(name);
        else
            json.WriteNumber(name, limit);
    }

    private void WriteUsage(Utf8JsonWriter json)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("input_tokens"u8, answer.PromptWords);
        json.WriteStartObject("input_tokens_details"u8);
        json.WriteNumber("cached_tokens"u8, 0);
        json.WriteEndObject();
        json.WriteNumber("output_tokens"u8, answer.ReplyWords);
        json.WriteStartObject("output_tokens_details"u8);
        json.WriteNumber("reasoning_tokens"u8, 0);
        json.WriteEndObject();
        json.WriteNumber("total_tokens"u8, answer.PromptWords + answer.ReplyWords);
        json.WriteEndObject();
    }
}
