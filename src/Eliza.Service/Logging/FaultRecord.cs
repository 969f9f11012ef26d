namespace Eliza.Service.Logging;

/// <summary>A line of the log about an error outside the answer to a request.</summary>
internal static class FaultRecord
{
    /// <summary>Writes the line. <paramref name="requestId"/> is null if the error belongs to no request.</summary>
    public static void Write(string? requestId, string error, LogSink log)
    {
        using var line = new LogLine(DateTimeOffset.UtcNow, "error"u8, requestId);
        line.Json.WriteString("error"u8, error);
        line.WriteTo(log);
    }
}
