using System.Buffers;
using System.Text.Json;
using Eliza.Function.Events;
using Eliza.Service;
using Eliza.Service.Json;

namespace Eliza.Function.Lambda;

/// <summary>The bytes for Lambda: a response as JSON, or the prelude of a stream. The memory is reused.</summary>
internal sealed class Output
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>Writes a response and returns its bytes. They are valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(Response response, bool isStream)
    {
        if (response.IsBare)
            return response.Body.Span;
        _bytes.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_bytes, LineEncoder.Options);
        if (isStream)
        {
            ProxyResponse.WritePrelude(response, json);
            _bytes.Write("\0\0\0\0\0\0\0\0"u8); // ends the prelude
        }
        else
        {
            ProxyResponse.Write(response, json);
        }
        return _bytes.WrittenSpan;
    }
}
