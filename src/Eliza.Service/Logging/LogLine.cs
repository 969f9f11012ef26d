using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Logging;

/// <summary>A line of the log: a JSON object. All lines have the same first members.</summary>
internal sealed class LogLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new(512);

    /// <summary>Starts a line.</summary>
    /// <param name="time">The time of the event. It is logged in UTC, in milliseconds.</param>
    /// <param name="level"><c>info</c>, <c>warn</c> or <c>error</c>.</param>
    /// <param name="requestId">The request, or null if the line is about no request.</param>
    public LogLine(DateTimeOffset time, ReadOnlySpan<byte> level, string? requestId)
    {
        Json = new Utf8JsonWriter(_line, LineEncoder.Options);
        Json.WriteStartObject();
        Json.WriteString("timestamp"u8, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Json.WriteString("level"u8, level);
        Json.WriteString("request_id"u8, requestId);
    }

    /// <summary>Takes the other members.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Ends the line and passes it to the log.</summary>
    public void WriteTo(LogSink log)
    {
        Json.WriteEndObject();
        Json.Flush();
        _line.Write("\n"u8);
        log(_line.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();
}
