using System.Buffers;
using System.Text.Json;
using Eliza.Service.Http;
using Eliza.Service.Json;

namespace Eliza.Service.Bedrock;

/// <summary>The stream of InvokeModelWithResponseStream. Each event has a chunk of the model's own stream in base64.</summary>
internal sealed class InvokeStream : IChunkStream, IDisposable
{
    private readonly EventStream _events;
    private readonly ArrayBufferWriter<byte> _chunk = new(512);
    private readonly Utf8JsonWriter _json;

    public InvokeStream(Response response)
    {
        _events = new EventStream(response);
        _json = new Utf8JsonWriter(_chunk, LineEncoder.Options);
        response.AddHeader("x-amzn-bedrock-content-type", ContentType.Json.Value);
    }

    /// <inheritdoc/>
    public Utf8JsonWriter Begin()
    {
        _chunk.ResetWrittenCount();
        _json.Reset();
        return _json;
    }

    /// <inheritdoc/>
    public void End()
    {
        _json.Flush();
        var json = _events.Begin();
        json.WriteStartObject();
        json.WriteBase64String("bytes"u8, _chunk.WrittenSpan);
        json.WriteEndObject();
        _events.End("chunk"u8);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _events.Dispose();
    }
}
