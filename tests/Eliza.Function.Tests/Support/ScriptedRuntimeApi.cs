using System.Globalization;
using System.Text;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function.Tests.Support;

/// <summary>A Runtime API that gives these events and records the answers. After the last event it is lost.</summary>
internal sealed class ScriptedRuntimeApi(params string[] events) : IRuntimeApi, IResponseStream
{
    public const string Lost = "There are no more events.";

    private int _next;

    public List<string> Calls { get; } = [];

    /// <summary>The pieces of a streamed answer, byte by byte.</summary>
    public List<byte[]> Pieces { get; } = [];

    public bool Accepts { get; init; } = true;

    public string?[] TraceIds { get; init; } = [];

    /// <summary>An exception to throw after the prelude.</summary>
    public Exception? StreamFault { get; init; }

    public Invocation Next() => _next < events.Length
        ? new Invocation((_next + 1).ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(events[_next++]), DateTimeOffset.MaxValue, TraceIds.ElementAtOrDefault(_next - 1))
        : throw new RuntimeApiException(Lost);

    public bool Respond(Invocation invocation, ReadOnlySpan<byte> response)
    {
        Calls.Add($"response {invocation.RequestId} {Encoding.UTF8.GetString(response)}");
        return Accepts;
    }

    public IResponseStream Stream(Invocation invocation)
    {
        Calls.Add($"stream {invocation.RequestId}");
        return this;
    }

    public void ReportError(Invocation invocation, FunctionError error) => Calls.Add($"error {invocation.RequestId} {error.Type}: {error.Message}");

    public void ReportInitError(FunctionError error) => Calls.Add($"init error {error.Type}: {error.Message}");

    public void Write(ReadOnlySpan<byte> piece)
    {
        if (StreamFault is not null && Calls[^1].StartsWith("piece ", StringComparison.Ordinal))
            throw StreamFault;
        Pieces.Add(piece.ToArray());
        Calls.Add($"piece {Encoding.UTF8.GetString(piece)}");
    }

    public bool End(FunctionError? error)
    {
        Calls.Add(error is null ? "end" : $"end {error.Type}: {error.Message}");
        return Accepts;
    }
}
