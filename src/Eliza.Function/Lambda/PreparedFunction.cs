using Eliza.Function.RuntimeApi;
using Eliza.Service;

namespace Eliza.Function.Lambda;

/// <summary>A function that is ready for its first event.</summary>
/// <param name="Handle">Answers an invocation, and returns whether the answer must be sent as a stream.</param>
/// <param name="Log">Logs an invocation after its answer was sent.</param>
internal sealed record PreparedFunction(Func<Invocation, Response, bool> Handle, Action<Response> Log);
