using Eliza.Service.Access;
using Eliza.Service.Bedrock;
using Eliza.Service.Http;

namespace Eliza.Service.Logging;

/// <summary>Collects facts about a request while it is answered. They become one line of the log.</summary>
internal sealed class RequestRecord
{
    private const int PreviewLength = 120;
    private const int PathLength = 256;

    /// <summary>The time of arrival, as a timestamp of the clock.</summary>
    public long Began { get; init; }

    public string RequestId { get; init; } = "";

    public string? CallerIp { get; set; }

    public string? Path { get; init; }

    public string? Method { get; init; }

    /// <summary>The endpoint for the path, or null if there is none.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>Whether the path is one of Bedrock's, so that errors have its form.</summary>
    public bool IsBedrocks => Path is not null && BedrockRoutes.Owns(Path);

    /// <summary>The model in the path, or empty.</summary>
    public string ModelInPath { get; init; } = "";

    /// <summary>The keys in the request. They must not be logged.</summary>
    public IReadOnlyList<string> Keys { get; set; } = [];

    /// <summary>A log line about the request itself, if the operator wants one.</summary>
    public ReceivedRecord? Received { get; set; }

    public string? Model { get; set; }

    public bool? IsStreamed { get; set; }

    /// <summary>The reply. Of the conversation, only its beginning is logged.</summary>
    public string? Reply { get; set; }

    public string? Error { get; set; }

    /// <summary>The time that the answer took.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Writes the line. The writer escapes control characters, so a caller cannot add lines to the log.</summary>
    public void Write(DateTimeOffset time, int status, ApiKeys keys, LogSink log)
    {
        using var line = new LogLine(time, status >= 500 ? "error"u8 : status >= 400 ? "warn"u8 : "info"u8, RequestId);
        var json = line.Json;
        json.WriteString("caller_ip"u8, Beginning(CallerIp, PreviewLength, keys));
        json.WriteString("path"u8, Beginning(Path, PathLength, keys));
        json.WriteString("method"u8, Beginning(Method, PreviewLength, keys));
        json.WriteNumber("status_code"u8, status);
        json.WriteNumber("latency_ms"u8, Latency.TotalMilliseconds);
        json.WriteString("model"u8, Model);
        if (IsStreamed is { } isStreamed)
            json.WriteBoolean("stream"u8, isStreamed);
        else
            json.WriteNull("stream"u8);
        json.WriteString("message_preview"u8, Beginning(Reply, PreviewLength, keys));
        json.WriteString("error"u8, Error);
        line.WriteTo(log);
    }

    private string? Beginning(string? text, int length, ApiKeys keys) =>
        text is null || keys.Hide(text, Keys) is not { } shown ? null
        : shown.Length <= length ? shown
        : shown[..(char.IsHighSurrogate(shown[length - 1]) ? length - 1 : length)];
}
