namespace Eliza.Function.Logging;

/// <summary>Times in the log: UTC, to the millisecond.</summary>
internal static class LogTime
{
    public static DateTime Of(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
