using System.Text;
using System.Text.Json;

namespace Eliza.Service.Http;

/// <summary>A streamed body of server-sent events. Each event is a chunk.</summary>
internal sealed class ServerSentEvents : IChunkStream
{
    private readonly Response _response;

    public ServerSentEvents(Response response)
    {
        _response = response;
        response.BeginStream(ContentType.EventStream);
    }

    /// <inheritdoc/>
    public Utf8JsonWriter Begin()
    {
        _response.Write("data: "u8);
        return _response.Json;
    }

    /// <summary>Starts an event with a name.</summary>
    public Utf8JsonWriter Begin(string name)
    {
        _response.Write("event: "u8);
        _response.Write(Encoding.UTF8.GetBytes(name));
        _response.Write("\n"u8);
        return Begin();
    }

    /// <inheritdoc/>
    public void End()
    {
        _response.Json.Flush();
        _response.Json.Reset();
        _response.Write("\n\n"u8);
        _response.EndChunk();
    }

    /// <summary>Ends a stream of chat or legacy completions. Clients compare this line exactly.</summary>
    public void Finish()
    {
        _response.Write("data: [DONE]\n\n"u8);
        _response.EndChunk();
    }
}
