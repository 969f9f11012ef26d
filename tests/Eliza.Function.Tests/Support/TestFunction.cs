using Eliza.Function.Lambda;
using Eliza.Function.RuntimeApi;
using Eliza.Runtime;
using Eliza.Service;
using Eliza.Service.Tests.Support;

namespace Eliza.Function.Tests.Support;

/// <summary>The function with the test scripts, a clock that stands still, and ids that are counted, so that answers are repeatable.</summary>
internal sealed class TestFunction
{
    private readonly InvocationHandler _handler;
    private int _ids;

    public TestFunction(Settings? settings = null, IReadOnlyList<Script>? scripts = null) =>
        _handler = new InvocationHandler(
            new ElizaService(
                settings ?? new Settings(), () => scripts ?? [Scripts.Counter, Scripts.Mirror], line => Log.Add(line.ToArray()),
                new FixedClock(), () => $"{Interlocked.Increment(ref _ids):x8}"),
            streams: false);

    /// <summary>The lines of the log, each with its newline.</summary>
    public List<byte[]> Log { get; } = [];

    public Response Send(TestRequest request) => Send(request.ToEvent());

    public Response Send(byte[] eventJson)
    {
        var response = new Response();
        _handler.Handle(new Invocation("1", eventJson, DateTimeOffset.MaxValue, TraceId: null), response);
        _handler.Log(response);
        return response;
    }
}
