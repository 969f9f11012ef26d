using System.Globalization;

namespace Eliza.Function.Logging;

/// <summary>Times in the log: UTC, to the millisecond.</summary>
internal static class LogTime
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
