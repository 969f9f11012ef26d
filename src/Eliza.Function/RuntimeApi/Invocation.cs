namespace Eliza.Function.RuntimeApi;

/// <summary>One invocation of the function, from <c>/runtime/invocation/next</c>.</summary>
/// <param name="RequestId">Identifies the invocation in the logs and in the answer.</param>
/// <param name="Event">The event, normally JSON; valid until the answer is sent.</param>
/// <param name="Deadline">When Lambda stops waiting for the answer; the largest time if the Runtime API does not say.</param>
/// <param name="TraceId">The X-Ray trace header, or null.</param>
internal sealed record Invocation(string RequestId, ReadOnlyMemory<byte> Event, DateTimeOffset Deadline, string? TraceId);
