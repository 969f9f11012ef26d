using System.Buffers;
using System.Text.Json;
using Eliza.Function.Events;
using Eliza.Service;
using Eliza.Service.Json;

namespace Eliza.Function.Lambda;

/// <summary>What Lambda is sent: a response as JSON, or the prelude of one that is a stream. Its memory is used again and again.</summary>
internal sealed class Output
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>Writes a response and gives its bytes, valid until the next is written.</summary>
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
