using System.Text;
using Eliza.Function.Json;
using Eliza.Function.Logging;

namespace Eliza.Function.Http;

/// <summary>
/// What is answered to one request: status, headers, body, and for a stream where its chunks end. A host keeps one for
/// each request that it answers at the same time and may use it again: <see cref="Handler.Handle"/> clears it first.
/// </summary>
public sealed class Response
{
    private readonly List<Header> _headers = [];
    private readonly List<int> _chunkEnds = [];

    /// <summary>The HTTP status, 100 to 599.</summary>
    public int Status { get; internal set; } = 200;

    /// <summary>The headers, each name once. Content-Length and Transfer-Encoding are the host's.</summary>
    public IReadOnlyList<Header> Headers => _headers;

    /// <summary>The whole body in UTF-8, valid until the response is used again.</summary>
    public ReadOnlyMemory<byte> Body => Json.Written;

    /// <summary>Whether the body is meant to leave chunk by chunk; a host that cannot sends <see cref="Body"/> at once.</summary>
    public bool IsStreamed => _chunkEnds.Count > 0;

    /// <summary>The number of chunks, 0 for a body that is not streamed.</summary>
    public int ChunkCount => _chunkEnds.Count;

    /// <summary>One chunk of a streamed body; together, in order, they are <see cref="Body"/>.</summary>
    public ReadOnlyMemory<byte> Chunk(int index) =>
        Body[(index == 0 ? 0 : _chunkEnds[index - 1]).._chunkEnds[index]];

    /// <summary>What is to be logged of the request that is answered here, until it is.</summary>
    internal RequestRecord? Record { get; set; }

    /// <summary>Writes to the end of the body.</summary>
    internal JsonWriter Json { get; } = new(2048);

    internal void Clear()
    {
        Status = 200;
        _headers.Clear();
        _chunkEnds.Clear();
        ClearBody();
    }

    internal void ClearBody()
    {
        Json.Clear();
        _chunkEnds.Clear();
    }

    internal void AddHeader(string name, string value) => AddHeader(new Header(name, value));

    internal void AddHeader(Header header) => _headers.Add(header);

    internal void Write(ReadOnlySpan<byte> bytes) => Json.WriteRaw(bytes);

    internal void BeginStream()
    {
        AddHeader(ContentType.EventStream);
        AddHeader("cache-control", "no-cache");
    }

    /// <summary>Begins a server-sent event whose data is the JSON that follows.</summary>
    /// <param name="name">The event's name, for clients that are told one.</param>
    internal void BeginEvent(string? name = null)
    {
        if (name is not null)
        {
            Write("event: "u8);
            Write(Encoding.UTF8.GetBytes(name));
            Write("\n"u8);
        }
        Write("data: "u8);
    }

    /// <summary>Ends the event, and with it a chunk.</summary>
    internal void EndEvent()
    {
        Write("\n\n"u8);
        _chunkEnds.Add(Json.Length);
    }

    /// <summary>Ends a stream of chat or legacy completions; clients compare this line exactly.</summary>
    internal void EndStream()
    {
        Write("data: [DONE]\n\n"u8);
        _chunkEnds.Add(Json.Length);
    }
}
