using Eliza.Function.Http;
using Eliza.Function.Json;

namespace Eliza.Function.Contract.Responses;

/// <summary>Writes an answer in the Responses contract, whole or as its typed events.</summary>
/// <remarks>https://platform.openai.com/docs/api-reference/responses-streaming</remarks>
internal ref struct ResponseStream(ResponseObject answer, Response response)
{
    private int _sequenceNumber;

    public static void Write(ResponseObject answer, Response response)
    {
        response.AddHeader(ContentType.Json);
        answer.WriteResponse(response.Json, isFinal: true);
    }

    public static void Stream(ResponseObject answer, Response response)
    {
        response.BeginStream();
        new ResponseStream(answer, response).Write();
    }

    private void Write()
    {
        WriteResponse("response.created", isFinal: false);
        WriteResponse("response.in_progress", isFinal: false);
        WriteItem("response.output_item.added", isFinal: false);
        WritePart("response.content_part.added", "");
        foreach (var text in new ContentChunks(answer.Text))
            WriteText("response.output_text.delta", "delta"u8, text);
        WriteText("response.output_text.done", "text"u8, answer.Text);
        WritePart("response.content_part.done", answer.Text);
        WriteItem("response.output_item.done", isFinal: true);
        WriteResponse($"response.{answer.FinalStatus}", isFinal: true);
    }

    private void WriteResponse(string type, bool isFinal)
    {
        var json = Begin(type);
        json.WritePropertyName("response"u8);
        answer.WriteResponse(json, isFinal);
        End(json);
    }

    private void WriteItem(string type, bool isFinal)
    {
        var json = Begin(type);
        json.WriteNumber("output_index"u8, 0);
        json.WritePropertyName("item"u8);
        answer.WriteMessage(json, isFinal);
        End(json);
    }

    private void WritePart(string type, string text)
    {
        var json = Begin(type);
        WritePlace(json);
        json.WritePropertyName("part"u8);
        ResponseObject.WritePart(json, text);
        End(json);
    }

    private void WriteText(string type, ReadOnlySpan<byte> name, ReadOnlySpan<char> text)
    {
        var json = Begin(type);
        WritePlace(json);
        json.WriteString(name, text);
        json.WriteStartArray("logprobs"u8);
        json.WriteEndArray();
        End(json);
    }

    private readonly void WritePlace(JsonWriter json)
    {
        json.WriteString("item_id"u8, answer.MessageId);
        json.WriteNumber("output_index"u8, 0);
        json.WriteNumber("content_index"u8, 0);
    }

    private JsonWriter Begin(string type)
    {
        response.BeginEvent(type);
        response.Json.WriteStartObject();
        response.Json.WriteString("type"u8, type);
        response.Json.WriteNumber("sequence_number"u8, _sequenceNumber++);
        return response.Json;
    }

    private readonly void End(JsonWriter json)
    {
        json.WriteEndObject();
        response.EndEvent();
    }
}
