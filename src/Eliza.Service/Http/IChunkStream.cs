using System.Text.Json;

namespace Eliza.Service.Http;

/// <summary>A streamed body whose chunks are JSON in some frame.</summary>
internal interface IChunkStream
{
    /// <summary>Begins a chunk, whose JSON is to be written.</summary>
    Utf8JsonWriter Begin();

    /// <summary>Ends the chunk.</summary>
    void End();
}
