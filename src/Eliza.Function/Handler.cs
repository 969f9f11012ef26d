using System.Buffers;
using Eliza.Function.Access;
using Eliza.Function.Contract;
using Eliza.Function.Contract.Models;
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
    private const int RequestIdLength = 128;

    private readonly bool _logsRequests;
    private readonly CallerRules _callers;
    private readonly ApiKeys _keys;
    private readonly ModelCatalog _models;
    private readonly ModelService _service;
    private readonly TimeProvider _clock;
    private readonly Func<string> _newId;
    private readonly LogSink _log;

    /// <summary>Serves <paramref name="scripts"/>, one model for each.</summary>
    /// <param name="settings">What the operator decided.</param>
    /// <param name="scripts">At least one; the default model is <c>doctor</c>, or the first where there is none.</param>
    /// <param name="clock">Gives the time of answers and log lines.</param>
    /// <param name="newId">Gives a new unique id of visible ASCII characters, such as 32 hexadecimal digits.</param>
    /// <param name="log">Takes the log; a line that it cannot write is lost, the request is answered all the same.</param>
    public Handler(Settings settings, IReadOnlyList<Script> scripts, TimeProvider clock, Func<string> newId, LogSink log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentOutOfRangeException.ThrowIfZero(scripts.Count);
        _logsRequests = settings.LogRequests;
        _callers = new CallerRules(settings);
        _keys = new ApiKeys(settings);
        _models = new ModelCatalog(scripts);
        _service = new ModelService(settings, _models, clock, newId);
        _clock = clock;
        _newId = newId;
        _log = line =>
        {
            try
            {
                log(line);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Standard output is full, or closed, which .NET calls unauthorized: there is nowhere left to say it.
            }
        };
    }

    /// <summary>
    /// Answers one request. Nothing is ever thrown: what is wrong with the event is said in the response. Its line of the log
    /// is written by <see cref="Log"/>, which is to follow.
    /// </summary>
    /// <param name="eventJson">An event of payload format 2.0, as HTTP APIs and Function URLs send it.</param>
    /// <param name="response">Takes the answer; what it held before is gone.</param>
    public void Handle(ReadOnlySpan<byte> eventJson, Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var began = _clock.GetTimestamp();
        var record = new RequestRecord();
        var room = ArrayPool<byte>.Shared.Rent(eventJson.Length);
        try
        {
            Answer(eventJson, room, began, record, response);
        }
        catch (ApiException e)
        {
            Fail(e.Error, record, response);
        }
        catch (Exception e)
        {
            // Its message may hold what the user said.
            record.Error = e.GetType().Name;
            Fail(ApiError.Internal, record, response);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
        if (record.Method == "HEAD")
            response.ClearBody();
        record.Latency = _clock.GetElapsedTime(began);
        response.Record = record;
    }

    /// <summary>Logs the request that was answered, once the answer is on its way, so that nobody waits for the log.</summary>
    public void Log(Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Record?.Write(_clock.GetUtcNow(), response.Status, _keys, _log);
        response.Record = null;
    }

    private void Answer(ReadOnlySpan<byte> eventJson, byte[] room, long began, RequestRecord record, Response response)
    {
        var isKnown = HttpEvent.TryRead(eventJson, room, out var request);
        record.RequestId = IsRequestId(request.RequestId) ? request.RequestId! : _newId();
        if (_logsRequests)
            EventRecord.Write(_clock.GetUtcNow(), record.RequestId, eventJson, _keys, _log);
        if (!isKnown)
            throw new ApiException(ApiError.UnknownEvent);
        Begin(record, response);
        record.Method = request.Method;
        record.Path = request.Path;

        RequireCaller(request, record);
        if (request.Method == "OPTIONS")
        {
            Cors.WritePreflight(response);
            return;
        }
        var endpoint = Routes.Find(request.Path, request.Stage, out var model);
        if (endpoint != Endpoint.Health)
            RequireKey(request, record);
        if (endpoint is null)
            throw new ApiException(ApiError.UnknownPath);
        if (!Routes.Takes(endpoint.Value, request.Method))
            throw new ApiException(ApiError.WrongMethod(Routes.Allow(endpoint.Value)));
        switch (endpoint)
        {
            case Endpoint.Home:
                _models.WriteHome(response);
                break;
            case Endpoint.Health:
                response.AddHeader(ContentType.Json);
                response.Write("""{"status":"ok"}"""u8);
                break;
            case Endpoint.Models:
                _models.WriteAll(response);
                break;
            case Endpoint.Model:
                _models.WriteOne(model, response);
                break;
            default:
                _service.Post(endpoint.Value, request, began, record, response);
                break;
        }
    }

    private void RequireCaller(in HttpEvent request, RequestRecord record)
    {
        var caller = _callers.Caller(request.SourceIp, request.ForwardedFor);
        record.CallerIp = caller.IsEmpty ? null : caller.ToString();
        if (_callers.Admits(caller))
            return;
        record.Error = _callers.Fault;
        throw new ApiException(ApiError.CallerRefused);
    }

    private void RequireKey(in HttpEvent request, RequestRecord record)
    {
        if (_keys.Admits(request, out var holdsKey))
            return;
        record.Error = _keys.Fault;
        throw new ApiException(holdsKey ? ApiError.WrongKey : ApiError.MissingKey);
    }

    private static void Begin(RequestRecord record, Response response)
    {
        response.Clear();
        response.AddHeader("x-request-id", record.RequestId);
        Cors.AddTo(response);
    }

    private static void Fail(ApiError error, RequestRecord record, Response response)
    {
        record.Error ??= error.Message;
        Begin(record, response);
        ErrorBody.Write(error, response);
    }

    // It goes into a header and the log, so it must not be able to end either, or be a key.
    private bool IsRequestId(string? id) =>
        id is { Length: > 0 and <= RequestIdLength } && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && _keys.Hide(id) == id;
}
