using Eliza.Function.RuntimeApi;
using Eliza.Service;

namespace Eliza.Function.Lambda;

/// <summary>A function that is ready for its first event.</summary>
/// <param name="Handle">Answers an invocation, and says whether the answer is to leave as a stream.</param>
/// <param name="Log">Logs an invocation whose answer is on its way.</param>
internal sealed record PreparedFunction(Func<Invocation, Response, bool> Handle, Action<Response> Log);
