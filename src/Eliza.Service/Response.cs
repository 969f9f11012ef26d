using System.Buffers;
using System.Text.Json;
using Eliza.Service.Json;
using Eliza.Service.Logging;

namespace Eliza.Service;

/// <summary>
/// What is answered to one request: status, headers, body, and for a stream where its chunks end. A host keeps one for
/// each request that it answers at the same time and may use it again: <see cref="ElizaService.Begin(Request, Response)"/> clears it first.
/// </summary>
public sealed class Response
{
    private readonly ArrayBufferWriter<byte> _body = new(2048);
    private readonly List<Header> _headers = [];
    private readonly List<int> _chunkEnds = [];

    /// <summary>An empty response.</summary>
    public Response() => Json = new Utf8JsonWriter(_body, LineEncoder.Options);

    /// <summary>The HTTP status, 100 to 599.</summary>
    public int Status { get; internal set; } = 200;

    /// <summary>The headers, each name once. Content-Length and Transfer-Encoding are the host's.</summary>
    public IReadOnlyList<Header> Headers => _headers;

    /// <summary>The whole body, valid until the response is used again.</summary>
    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <summary>Whether the body is no text: a host that sends text only sends it in base64. If not, the body is UTF-8.</summary>
    public bool IsBinary { get; internal set; }

    /// <summary>Whether the body is meant to leave chunk by chunk; a host that cannot sends <see cref="Body"/> at once.</summary>
    public bool IsStreamed => _chunkEnds.Count > 0;

    /// <summary>The number of chunks, 0 for a body that is not streamed.</summary>
    public int ChunkCount => _chunkEnds.Count;

    /// <summary>One chunk of a streamed body; together, in order, they are <see cref="Body"/>.</summary>
    public ReadOnlyMemory<byte> Chunk(int index) =>
        Body[(index == 0 ? 0 : _chunkEnds[index - 1]).._chunkEnds[index]];

    /// <summary>Whether the body is the whole answer, without status and headers. Not every event of a function is an HTTP request.</summary>
    internal bool IsBare { get; set; }

    /// <summary>What the log will say about the request, until it is written.</summary>
    internal RequestRecord? Record { get; set; }

    /// <summary>Writes JSON to the end of the body, where it is once it is flushed.</summary>
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
        IsBinary = IsBare = false;
        _body.ResetWrittenCount();
        _chunkEnds.Clear();
    }

    internal void AddHeader(string name, string value) => AddHeader(new Header(name, value));

    internal void AddHeader(Header header) => _headers.Add(header);

    /// <summary>Writes to the end of the body what is not JSON.</summary>
    internal void Write(ReadOnlySpan<byte> bytes) => _body.Write(bytes);

    /// <summary>Makes room at the end of the body, which is to be filled to its last byte.</summary>
    internal Span<byte> Reserve(int length)
    {
        var room = _body.GetSpan(length)[..length];
        _body.Advance(length);
        return room;
    }

    internal void BeginStream(Header contentType)
    {
        AddHeader(contentType);
        AddHeader("cache-control", "no-cache");
    }

    /// <summary>Ends a chunk of a streamed body.</summary>
    internal void EndChunk() => _chunkEnds.Add(_body.WrittenCount);
}
