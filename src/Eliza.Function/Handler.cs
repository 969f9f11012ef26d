using Eliza.Function.Http;
using Eliza.Function.Logging;
using Eliza.Runtime;

namespace Eliza.Function;

/// <summary>
/// The whole service as one function: an event of an HTTP API in, a response out. It keeps nothing between requests and
/// may be called by any number of threads, each with a <see cref="Response"/> of its own.
/// </summary>
public sealed class Handler
{
    private readonly Settings _settings;

    /// <summary>Serves <paramref name="scripts"/>, one model for each.</summary>
    /// <param name="settings">What the operator decided.</param>
    /// <param name="scripts">At least one; the default model is <c>doctor</c>, or the first where there is none.</param>
    /// <param name="clock">Gives the time of answers and log lines.</param>
    /// <param name="newId">Gives a new unique id of visible ASCII characters, such as 32 hexadecimal digits.</param>
    /// <param name="log">Takes the log.</param>
    public Handler(Settings settings, IReadOnlyList<Script> scripts, TimeProvider clock, Func<string> newId, LogSink log)
    {
        _settings = settings;
    }

    /// <summary>Answers one request. Nothing is ever thrown: what is wrong with the event is said in the response.</summary>
    /// <param name="eventJson">An event of payload format 2.0, as HTTP APIs and Function URLs send it.</param>
    /// <param name="response">Takes the answer; what it held before is gone.</param>
    public void Handle(ReadOnlySpan<byte> eventJson, Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Clear();
        response.Status = _settings is null ? 500 : 503;
    }
}
