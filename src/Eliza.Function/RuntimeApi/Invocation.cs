namespace Eliza.Function.RuntimeApi;

/// <summary>One invocation of the function, as <c>/runtime/invocation/next</c> hands it out.</summary>
/// <param name="RequestId">Names the invocation, in the logs and in the answer.</param>
/// <param name="Event">The event, normally JSON; valid until the answer is sent.</param>
/// <param name="Deadline">When Lambda gives the invocation up; the end of time if the Runtime API does not say.</param>
/// <param name="TraceId">The X-Ray trace header, or null where there is none.</param>
internal sealed record Invocation(string RequestId, ReadOnlyMemory<byte> Event, DateTimeOffset Deadline, string? TraceId);
