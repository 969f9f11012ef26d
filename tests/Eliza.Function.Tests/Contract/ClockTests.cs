using System.Text;
using System.Text.Json;
using Eliza.Function.Http;
using Eliza.Function.Tests.Support;

namespace Eliza.Function.Tests.Contract;

/// <summary>A clock that goes backwards, as one does that is set right: replies and times taken are as ever.</summary>
public sealed class ClockTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void Only_the_times_that_are_told_go_back_with_it()
    {
        var ids = 0;
        var handler = new Handler(
            new Settings(), Scripts.All, new BackwardsClock(), () => $"{++ids:x8}", line => _log.Add(Encoding.UTF8.GetString(line)));
        var first = Send(handler);
        var second = Send(handler);

        second.Reply().ShouldBe(first.Reply());
        second.Json().GetProperty("created").GetInt64().ShouldBeLessThan(first.Json().GetProperty("created").GetInt64());
        _log.Count.ShouldBe(2);
        _log.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("latency_ms").GetDouble()).ShouldBe([0.25, 0.25]);
    }

    private static Response Send(Handler handler)
    {
        var response = new Response();
        handler.Handle(Request.Says("hello").ToEvent(), response);
        handler.Log(response);
        return response;
    }

    // The stopwatch goes on: it is another clock, which nobody sets.
    private sealed class BackwardsClock : TimeProvider
    {
        private DateTimeOffset _now = new(1970, 1, 1, 0, 0, 5, TimeSpan.Zero);
        private long _timestamp;

        public override long TimestampFrequency => 4_000;

        public override long GetTimestamp() => ++_timestamp;

        public override DateTimeOffset GetUtcNow() => _now -= TimeSpan.FromHours(1);
    }
}
