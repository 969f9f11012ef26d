using System.Text.Json;

namespace Eliza.Service.Http;

/// <summary>A streamed body. Each chunk is JSON in a frame.</summary>
internal interface IChunkStream
{
    /// <summary>Starts a chunk. The caller then writes its JSON.</summary>
    Utf8JsonWriter Begin();

    /// <summary>Ends the chunk.</summary>
    void End();
}
