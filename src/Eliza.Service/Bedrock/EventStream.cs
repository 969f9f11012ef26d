using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text.Json;
using Eliza.Service.Http;
using Eliza.Service.Json;

namespace Eliza.Service.Bedrock;

/// <summary>A streamed body in AWS's binary frames, one for each chunk. A frame has lengths, a checksum, headers, the payload and another checksum.</summary>
/// <remarks>https://smithy.io/2.0/aws/amazon-eventstream.html</remarks>
internal sealed class EventStream : IDisposable
{
    private const int PreludeLength = 12; // length of all, length of the headers, check sum of both
    private const int ChecksumLength = 4;
    private const byte StringType = 7;

    private readonly Response _response;
    private readonly ArrayBufferWriter<byte> _payload = new(512);
    private readonly Utf8JsonWriter _json;

    public EventStream(Response response)
    {
        _response = response;
        _json = new Utf8JsonWriter(_payload, LineEncoder.Options);
        response.BeginStream(ContentType.AmazonEventStream);
        response.IsBinary = true;
    }

    /// <summary>Starts an event. The caller then writes its payload.</summary>
    public Utf8JsonWriter Begin()
    {
        _payload.ResetWrittenCount();
        _json.Reset();
        return _json;
    }

    /// <summary>Ends the event.</summary>
    /// <param name="type">The type of the event.</param>
    public void End(ReadOnlySpan<byte> type)
    {
        _json.Flush();
        var payload = _payload.WrittenSpan;
        var headersLength = HeaderLength(":event-type"u8, type)
            + HeaderLength(":content-type"u8, "application/json"u8) + HeaderLength(":message-type"u8, "event"u8);
        var frame = _response.Reserve(PreludeLength + headersLength + payload.Length + ChecksumLength);
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame[4..], headersLength);
        WriteChecksum(frame[..PreludeLength]);
        var rest = frame[PreludeLength..];
        rest = WriteHeader(":event-type"u8, type, rest);
        rest = WriteHeader(":content-type"u8, "application/json"u8, rest);
        rest = WriteHeader(":message-type"u8, "event"u8, rest);
        payload.CopyTo(rest);
        WriteChecksum(frame);
        _response.EndChunk();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    // The length of the name, the name, the type of the value, its length, and the value.
    private static int HeaderLength(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => 1 + name.Length + 1 + 2 + value.Length;

    private static Span<byte> WriteHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, Span<byte> to)
    {
        to[0] = (byte)name.Length;
        name.CopyTo(to[1..]);
        to[1 + name.Length] = StringType;
        BinaryPrimitives.WriteUInt16BigEndian(to[(2 + name.Length)..], (ushort)value.Length);
        value.CopyTo(to[(4 + name.Length)..]);
        return to[HeaderLength(name, value)..];
    }

    // A checksum of all bytes before it.
    private static void WriteChecksum(Span<byte> bytes) =>
        BinaryPrimitives.WriteUInt32BigEndian(bytes[^ChecksumLength..], Crc32.HashToUInt32(bytes[..^ChecksumLength]));
}
