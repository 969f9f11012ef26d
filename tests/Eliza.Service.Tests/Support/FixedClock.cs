namespace Eliza.Service.Tests.Support;

/// <summary>A clock that always shows noon. Its timestamps make everything take a quarter of a millisecond.</summary>
internal sealed class FixedClock : TimeProvider
{
    private long _timestamp;

    public override long TimestampFrequency => 4_000;

    public override long GetTimestamp() => Interlocked.Increment(ref _timestamp);

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, 250, TimeSpan.Zero);
}
