using Eliza.Function.Http;
using Eliza.Function.RuntimeApi;

namespace Eliza.Function.Lambda;

/// <summary>A function that is ready for its first event.</summary>
/// <param name="Handle">Answers an invocation.</param>
/// <param name="Log">Logs an invocation whose answer is on its way.</param>
/// <param name="Streams">Whether a streamed answer to a Function URL leaves chunk by chunk.</param>
internal sealed record PreparedFunction(Action<Invocation, Response> Handle, Action<Response> Log, bool Streams);
