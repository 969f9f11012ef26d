using System.Text.Json;
using Eliza.Service.Http;

namespace Eliza.Service.Contract.Responses;

/// <summary>Writes an answer in the Responses contract, whole or as a stream of typed events.</summary>
/// <remarks>https://platform.openai.com/docs/api-reference/responses-streaming</remarks>
internal ref struct ResponseStream(ResponseObject answer, ServerSentEvents stream)
{
    private int _sequenceNumber;

    public static void Write(ResponseObject answer, Response response)
    {
        response.AddHeader(ContentType.Json);
        answer.WriteResponse(response.Json, isFinal: true);
    }

    public static void Stream(ResponseObject answer, Response response) =>
        new ResponseStream(answer, new ServerSentEvents(response)).Write();

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

    private readonly void WritePlace(Utf8JsonWriter json)
    {
        json.WriteString("item_id"u8, answer.MessageId);
        json.WriteNumber("output_index"u8, 0);
        json.WriteNumber("content_index"u8, 0);
    }

    private Utf8JsonWriter Begin(string type)
    {
        var json = stream.Begin(type);
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteNumber("sequence_number"u8, _sequenceNumber++);
        return json;
    }

    private readonly void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        stream.End();
    }
}
