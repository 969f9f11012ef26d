using System.Buffers;
using System.Text.Json;
using Eliza.Service.Json;
using Eliza.Service.Logging;

namespace Eliza.Service;

/// <summary>
/// The response to one request: status, headers, body, and for a stream the ends of its chunks. A host needs one for each request that
/// it answers at the same time, and may reuse it: <see cref="ElizaService.Begin(Request, Response)"/> clears it first.
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

    /// <summary>The headers, each name once. The host adds Content-Length and Transfer-Encoding.</summary>
    public IReadOnlyList<Header> Headers => _headers;

    /// <summary>The whole body. It is valid until the response is reused.</summary>
    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <summary>Whether the body is binary. A host that can only send text sends it in base64. Otherwise the body is UTF-8.</summary>
    public bool IsBinary { get; internal set; }

    /// <summary>Whether the body should be sent chunk by chunk. A host that cannot do so sends <see cref="Body"/> at once.</summary>
    public bool IsStreamed => _chunkEnds.Count > 0;

    /// <summary>The number of chunks. It is 0 if the body is not streamed.</summary>
    public int ChunkCount => _chunkEnds.Count;

    /// <summary>One chunk of a streamed body. All chunks in order make <see cref="Body"/>.</summary>
    public ReadOnlyMemory<byte> Chunk(int index) =>
        Body[(index == 0 ? 0 : _chunkEnds[index - 1]).._chunkEnds[index]];

    /// <summary>Whether the answer is only the body, without status and headers. Some events of a function are no HTTP requests.</summary>
    internal bool IsBare { get; set; }

    /// <summary>What will be logged about the request.</summary>
    internal RequestRecord? Record { get; set; }

    /// <summary>Writes JSON to the end of the body, which gets it when the writer is flushed.</summary>
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

    /// <summary>Writes bytes to the end of the body.</summary>
    internal void Write(ReadOnlySpan<byte> bytes) => _body.Write(bytes);

    /// <summary>Makes room at the end of the body. The caller must fill all of it.</summary>
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
