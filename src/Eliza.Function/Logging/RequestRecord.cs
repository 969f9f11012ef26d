using Eliza.Function.Access;
using Eliza.Function.Json;

namespace Eliza.Function.Logging;

/// <summary>What is known of a request, collected while it is answered, and then one line of the log.</summary>
internal sealed class RequestRecord
{
    private const int PreviewLength = 120;
    private const int PathLength = 256;

    public string RequestId { get; set; } = "";

    public string? CallerIp { get; set; }

    public string? Path { get; set; }

    public string? Method { get; set; }

    public string? Model { get; set; }

    public bool? IsStreamed { get; set; }

    /// <summary>The reply; its beginning is all that the log has of what was said.</summary>
    public string? Reply { get; set; }

    public string? Error { get; set; }

    /// <summary>How long it took to make the answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Writes the line. The writer escapes every control character, so it stays one line whatever callers send.</summary>
    public void Write(DateTimeOffset time, int status, ApiKeys keys, LogSink log)
    {
        var json = new JsonWriter(512);
        json.WriteStartObject();
        json.WriteString("timestamp"u8, LogTime.Of(time));
        json.WriteConstant("level"u8, status >= 500 ? "error"u8 : status >= 400 ? "warn"u8 : "info"u8);
        json.WriteString("request_id"u8, RequestId);
        json.WriteString("caller_ip"u8, Beginning(CallerIp, PreviewLength, keys));
        json.WriteString("path"u8, Beginning(Path, PathLength, keys));
        json.WriteString("method"u8, Beginning(Method, PreviewLength, keys));
        json.WriteNumber("status_code"u8, status);
        json.WriteNumber("latency_ms"u8, Latency.TotalMilliseconds);
        json.WriteString("model"u8, Model);
        json.WriteBoolean("stream"u8, IsStreamed);
        json.WriteString("message_preview"u8, Beginning(Reply, PreviewLength, keys));
        json.WriteString("error"u8, Error);
        json.WriteEndObject();
        json.WriteRaw("\n"u8);
        log(json.Written.Span);
    }

    private static string? Beginning(string? text, int length, ApiKeys keys) =>
        text is null || keys.Hide(text) is not { } shown ? null
        : shown.Length <= length ? shown
        : shown[..(char.IsHighSurrogate(shown[length - 1]) ? length - 1 : length)];
}
