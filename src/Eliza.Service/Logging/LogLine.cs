using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Logging;

/// <summary>One line of the log while it is written: a JSON object, whose first members every line has.</summary>
internal sealed class LogLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new(512);

    /// <summary>Begins a line.</summary>
    /// <param name="time">When it happened, which is logged in UTC and to the millisecond.</param>
    /// <param name="level"><c>info</c>, <c>warn</c> or <c>error</c>.</param>
    /// <param name="requestId">Null for what belongs to no request.</param>
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

    /// <summary>Ends the line and hands it over.</summary>
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
