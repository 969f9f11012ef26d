using Eliza.Function.Json;

namespace Eliza.Function.Logging;

/// <summary>One line of the log about what went wrong outside the answer to a request.</summary>
internal static class FaultRecord
{
    /// <summary>Writes the line; <paramref name="requestId"/> is null for a fault that belongs to no request.</summary>
    public static void Write(string? requestId, string error, LogSink log)
    {
        var json = new JsonWriter(512);
        json.WriteStartObject();
        json.WriteString("timestamp"u8, LogTime.Of(DateTimeOffset.UtcNow));
        json.WriteConstant("level"u8, "error"u8);
        json.WriteString("request_id"u8, requestId);
        json.WriteString("error"u8, error);
        json.WriteEndObject();
        json.WriteRaw("\n"u8);
        log(json.Written.Span);
    }
}
