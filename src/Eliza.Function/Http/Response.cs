using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Eliza.Function.Logging;

namespace Eliza.Function.Http;

/// <summary>
/// What is answered to one request: status, headers, body, and for a stream where its chunks end. A host keeps one for
/// each request that it answers at the same time and may use it again: <see cref="Handler.Handle"/> clears it first.
/// </summary>
public sealed class Response
{
    private readonly ArrayBufferWriter<byte> _body = new(2048);
    private readonly List<Header> _headers = [];
    private readonly List<int> _chunkEnds = [];

    /// <summary>An empty response.</summary>
    public Response() => Json = new Utf8JsonWriter(_body, WriterOptions);

    /// <summary>The HTTP status, 100 to 599.</summary>
    public int Status { get; internal set; } = 200;

    /// <summary>The headers, each name once. Content-Length and Transfer-Encoding are the host's.</summary>
    public IReadOnlyList<Header> Headers => _headers;

    /// <summary>The whole body in UTF-8, valid until the response is used again.</summary>
    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <summary>Whether the body is meant to leave chunk by chunk; a host that cannot sends <see cref="Body"/> at once.</summary>
    public bool IsStreamed => _chunkEnds.Count > 0;

    /// <summary>The number of chunks, 0 for a body that is not streamed.</summary>
    public int ChunkCount => _chunkEnds.Count;

    /// <summary>One chunk of a streamed body; together, in order, they are <see cref="Body"/>.</summary>
    public ReadOnlyMemory<byte> Chunk(int index) =>
        Body[(index == 0 ? 0 : _chunkEnds[index - 1]).._chunkEnds[index]];

    // Letters beyond ASCII stay themselves, as curl's user expects; everything below " " and both quotes are still escaped.
    internal static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>What is to be logged of the request that is answered here, until it is.</summary>
    internal RequestRecord? Record { get; set; }

    /// <summary>Writes JSON to the end of the body, once it is flushed.</summary>
    internal Utf8JsonWriter Json { get; }

    internal void Clear()
    {
        Status = 200;
        _headers.Clear();
        _chunkEnds.Clear();
        ClearBody();
    }

    internal void ClearBody()
    {
        Json.Reset();
        _chunkEnds.Clear();
        _body.ResetWrittenCount();
    }

    internal void AddHeader(string name, string value) => _headers.Add(new Header(name, value));

    internal void Write(ReadOnlySpan<byte> bytes) => _body.Write(bytes);

    /// <summary>Ends a JSON value, so that more can follow it.</summary>
    internal void FlushJson()
    {
        Json.Flush();
        Json.Reset();
    }

    internal void BeginStream()
    {
        AddHeader("content-type", MediaTypes.EventStream);
        AddHeader("cache-control", "no-cache");
    }

    /// <summary>Begins a server-sent event whose data is the JSON that follows.</summary>
    /// <param name="name">The event's name, for clients that are told one.</param>
    internal void BeginEvent(string? name = null)
    {
        if (name is not null)
        {
            Write("event: "u8);
            Encoding.UTF8.GetBytes(name, _body);
            Write("\n"u8);
        }
        Write("data: "u8);
    }

    /// <summary>Ends the event, and with it a chunk.</summary>
    internal void EndEvent()
    {
        FlushJson();
        Write("\n\n"u8);
        _chunkEnds.Add(_body.WrittenCount);
    }

    /// <summary>Ends a stream of chat or legacy completions; clients compare this line exactly.</summary>
    internal void EndStream()
    {
        Write("data: [DONE]\n\n"u8);
        _chunkEnds.Add(_body.WrittenCount);
    }
}
