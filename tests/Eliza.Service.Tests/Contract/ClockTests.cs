using System.Text;
using System.Text.Json;
using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Contract;

/// <summary>A clock goes backwards because it is set right. Replies and measured times do not change.</summary>
public sealed class ClockTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void Only_the_times_that_are_told_go_back_with_it()
    {
        var ids = 0;
        var service = new ElizaService(
            new Settings(), () => [Scripts.Counter], line => _log.Add(Encoding.UTF8.GetString(line)), new BackwardsClock(), () => $"{++ids:x8}");
        var first = Send(service);
        var second = Send(service);

        second.Reply().ShouldBe(first.Reply());
        second.Json().GetProperty("created").GetInt64().ShouldBeLessThan(first.Json().GetProperty("created").GetInt64());
        _log.Count.ShouldBe(2);
        _log.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("latency_ms").GetDouble()).ShouldBe([0.25, 0.25]);
    }

    private static Response Send(ElizaService service)
    {
        var response = new Response();
        service.Begin(TestRequest.Says("hello").ToRequest(), response).ShouldBeTrue();
        service.Answer(TestRequest.Says("hello").Body, response);
        service.Log(response);
        return response;
    }

    // The timestamps still go forward: they are of another clock, which nobody sets.
    private sealed class BackwardsClock : TimeProvider
    {
        private DateTimeOffset _now = new(1970, 1, 1, 0, 0, 5, TimeSpan.Zero);
        private long _timestamp;

        public override long TimestampFrequency => 4_000;

        public override long GetTimestamp() => ++_timestamp;

        public override DateTimeOffset GetUtcNow() => _now -= TimeSpan.FromHours(1);
    }
}
