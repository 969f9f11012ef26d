using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Eliza.Service.Tests.Support;

/// <summary>A frame of an AWS event stream. Like a client, it checks the lengths and both checksums.</summary>
internal sealed record EventFrame(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Payload)
{
    public string? Type => Headers.Where(header => header.Key == ":event-type").Select(header => header.Value).SingleOrDefault();

    public JsonElement Json => JsonDocument.Parse(Payload).RootElement;

    /// <summary>The frames of a body.</summary>
    public static List<EventFrame> ReadAll(ReadOnlySpan<byte> body)
    {
        var frames = new List<EventFrame>();
        while (!body.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(body);
            frames.Add(Read(body[..length]));
            body = body[length..];
        }
        return frames;
    }

    /// <summary>The one frame of a chunk.</summary>
    public static EventFrame Read(ReadOnlySpan<byte> frame)
    {
        BinaryPrimitives.ReadInt32BigEndian(frame).ShouldBe(frame.Length);
        BinaryPrimitives.ReadUInt32BigEndian(frame[8..]).ShouldBe(Checksum(frame[..8]));
        BinaryPrimitives.ReadUInt32BigEndian(frame[^4..]).ShouldBe(Checksum(frame[..^4]));
        var headersLength = BinaryPrimitives.ReadInt32BigEndian(frame[4..]);
        var headers = new List<KeyValuePair<string, string>>();
        for (var rest = frame.Slice(12, headersLength); !rest.IsEmpty;)
        {
            var name = rest.Slice(1, rest[0]);
            rest = rest[(1 + name.Length)..];
            rest[0].ShouldBe((byte)7); // a string
            var value = rest.Slice(3, BinaryPrimitives.ReadUInt16BigEndian(rest[1..]));
            rest = rest[(3 + value.Length)..];
            headers.Add(new(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(value)));
        }
        return new EventFrame(headers, frame[(12 + headersLength)..^4].ToArray());
    }

    // CRC-32 bit by bit, as its definition has it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }
}
