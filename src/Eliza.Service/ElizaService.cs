using Eliza.Runtime;
using Eliza.Service.Access;
using Eliza.Service.Bedrock;
using Eliza.Service.Contract;
using Eliza.Service.Contract.Models;
using Eliza.Service.Http;
using Eliza.Service.Logging;

namespace Eliza.Service;

/// <summary>
/// The service: it takes a request and gives a response. It keeps nothing between requests. Any number of threads may call it, each
/// with its own <see cref="Response"/>. A host calls <see cref="Begin(Request, Response)"/>, calls <see cref="Answer"/> if Begin
/// returned true, sends the response, and calls <see cref="Log"/>.
/// </summary>
public sealed class ElizaService
{
    private const int RequestIdLength = 128;

    private readonly bool _logsRequests;
    private readonly string? _fault;
    private readonly CallerRules _callers;
    private readonly ApiKeys _keys;
    private readonly Func<IReadOnlyList<Script>> _scripts;
    private readonly ModelService _service;
    private readonly TimeProvider _clock;
    private readonly Func<string> _newId;
    private readonly LogSink _log;

    /// <summary>Serves scripts, each as a model. The default model is <c>doctor</c>, or the first script if there is no <c>doctor</c>.</summary>
    /// <param name="settings">The settings of the operator.</param>
    /// <param name="scripts">Gives the scripts, at least one. It is called once for each request.</param>
    /// <param name="log">Takes the lines of the log. If it cannot write a line, the line is lost and the request is still answered.</param>
    public ElizaService(Settings settings, Func<IReadOnlyList<Script>> scripts, LogSink log)
        : this(settings, scripts, log, TimeProvider.System, NewId)
    {
    }

    /// <summary>Serves scripts, with the host's own clock and ids.</summary>
    /// <param name="settings">The settings of the operator.</param>
    /// <param name="scripts">Gives the scripts, at least one. It is called once for each request.</param>
    /// <param name="log">Takes the lines of the log. If it cannot write a line, the line is lost and the request is still answered.</param>
    /// <param name="clock">Gives the time for answers and log lines.</param>
    /// <param name="newId">Gives a new unique id of visible ASCII characters, such as 32 hexadecimal digits.</param>
    public ElizaService(Settings settings, Func<IReadOnlyList<Script>> scripts, LogSink log, TimeProvider clock, Func<string> newId)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(newId);
        _logsRequests = settings.LogRequests;
        _callers = new CallerRules(settings);
        _keys = new ApiKeys(settings);
        _fault = settings.Fault ?? _callers.Fault;
        _scripts = scripts;
        _service = new ModelService(settings, clock, new Replies(clock, newId));
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
                // Standard output is full or closed; .NET reports a closed one as unauthorized. There is no other place to report this.
            }
        };
    }

    /// <summary>Whether a path is served. If the host's front end adds a prefix to paths, the host uses this to find its end.</summary>
    public static bool Serves(string path) => Routes.Find(path, out _) is not null;

    /// <summary>
    /// Checks a request without its body: the caller, the key, the path, the method, and the length of the body.
    /// It throws nothing: a problem with the request becomes an error response.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Takes the answer. Its old content is removed.</param>
    /// <returns>Whether <see cref="Answer"/> must be called next. If not, the response is complete.</returns>
    public bool Begin(Request request, Response response)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Begin(request, response, Routes.Find(request.Path, out var model), model);
    }

    /// <summary>Checks a request for a path that only the host has.</summary>
    internal bool Begin(Request request, Response response, Endpoint? endpoint, string model = "")
    {
        ArgumentNullException.ThrowIfNull(response);
        var record = new RequestRecord
        {
            Began = _clock.GetTimestamp(),
            RequestId = IsRequestId(request.Id) ? request.Id! : _newId(),
            Method = request.Method,
            Path = request.Path,
            Endpoint = endpoint,
            ModelInPath = model,
        };
        response.Record = record;
        if (_logsRequests)
            record.Received = new ReceivedRecord(request);
        try
        {
            if (Judge(request, record, response))
                return true;
        }
        catch (Exception e)
        {
            Fail(e, record, response);
        }
        End(record, response);
        return false;
    }

    /// <summary>Answers a request that was checked. It throws nothing: a problem with the body becomes an error response.</summary>
    /// <param name="body">The body; empty if there is none. If it is too long, one byte more than the limit is enough.</param>
    /// <param name="response">The response from <see cref="Begin(Request, Response)"/>.</param>
    public void Answer(ReadOnlySpan<byte> body, Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var record = response.Record ?? throw new InvalidOperationException("Begin is to be called first, and Log last.");
        try
        {
            var models = new ModelCatalog(_scripts());
            switch (record.Endpoint)
            {
                case Endpoint.Home:
                    models.WriteHome(response);
                    break;
                case Endpoint.Models:
                    models.WriteAll(response);
                    break;
                case Endpoint.Model:
                    models.WriteOne(record.ModelInPath, response);
                    break;
                case Endpoint.FoundationModels:
                    FoundationModels.Write(models, response);
                    break;
                default:
                    _service.Post(models, body, record, response);
                    break;
            }
        }
        catch (Exception e)
        {
            Fail(e, record, response);
        }
        End(record, response);
    }

    /// <summary>Logs the request. Call it after the answer was sent, so that no client waits for the log.</summary>
    public void Log(Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Record is not { } record)
            return;
        var now = _clock.GetUtcNow();
        record.Received?.Write(now, record, _keys, _log);
        record.Write(now, response.Status, _keys, _log);
        response.Record = null;
    }

    /// <summary>Answers with an error of the host.</summary>
    internal void Refuse(ApiError error, Response response)
    {
        var record = response.Record ??= new RequestRecord { Began = _clock.GetTimestamp(), RequestId = _newId() };
        Fail(new ApiException(error), record, response);
        End(record, response);
    }

    /// <summary>The script for a request that did not come by HTTP, or the default if it names none.</summary>
    /// <exception cref="ApiException">There is no such script.</exception>
    internal Script FindModel(string? name) => new ModelCatalog(_scripts()).Find(name);

    /// <summary>Begins a request that did not come by HTTP. AWS's permissions decide who may send it.</summary>
    internal RequestRecord Open(string path, string requestId, int length, Response response)
    {
        response.Clear();
        return response.Record = new RequestRecord
        {
            Began = _clock.GetTimestamp(),
            RequestId = IsRequestId(requestId) ? requestId : _newId(),
            Path = path,
            Received = _logsRequests ? new ReceivedRecord(request: null) { BodyLength = length } : null,
        };
    }

    /// <summary>Ends such a request, so that it can be logged.</summary>
    internal void Close(RequestRecord record, Response response)
    {
        response.Json.Flush();
        record.Latency = _clock.GetElapsedTime(record.Began);
    }

    private bool Judge(Request request, RequestRecord record, Response response)
    {
        Start(record, response);
        RequireCaller(request, record);
        // A page of another origin is never the author's page.
        if (request.Method == "OPTIONS" && record.Endpoint != Endpoint.Script)
        {
            Cors.WritePreflight(request, response);
            return false;
        }
        if (record.Endpoint is not (Endpoint.Health or Endpoint.Page))
            RequireKey(request, record);
        if (record.Endpoint is not { } endpoint)
            throw new ApiException(ApiError.UnknownPath);
        if (endpoint == Endpoint.Unsupported)
            throw new ApiException(ApiError.UnsupportedEndpoint);
        if (!Routes.Takes(endpoint, request.Method))
            throw new ApiException(ApiError.WrongMethod(Routes.Allow(endpoint)));
        if (endpoint == Endpoint.Health)
        {
            response.AddHeader(ContentType.Json);
            response.Write("""{"status":"ok"}"""u8);
        }
        RequestBody.Judge(request);
        if (record.IsBedrocks)
            BedrockService.Judge(request);
        return endpoint != Endpoint.Health;
    }

    private void RequireCaller(Request request, RequestRecord record)
    {
        var caller = _callers.Caller(request.Peer, request.Headers["x-forwarded-for"]);
        record.CallerIp = caller.IsEmpty ? null : caller.ToString();
        if (_fault is not null)
        {
            record.Error = _fault;
            throw new ApiException(ApiError.Misconfigured);
        }
        if (!_callers.Admits(caller))
            throw new ApiException(ApiError.CallerRefused);
    }

    private void RequireKey(Request request, RequestRecord record)
    {
        if (!_keys.AreRequired)
            return;
        record.Keys = ApiKeys.In(request);
        if (_keys.Admits(record.Keys))
            return;
        record.Error = _keys.Fault;
        throw new ApiException(record.Keys.Count > 0 ? ApiError.WrongKey : ApiError.MissingKey);
    }

    private static void Start(RequestRecord record, Response response)
    {
        response.Clear();
        response.AddHeader("x-request-id", record.RequestId);
        if (record.IsBedrocks)
            response.AddHeader("x-amzn-requestid", record.RequestId);
        Cors.AddTo(response, record.IsBedrocks);
    }

    private static void Fail(Exception fault, RequestRecord record, Response response)
    {
        var error = (fault as ApiException)?.Error ?? ApiError.Internal;
        // The message of any other exception may contain words of the user.
        record.Error ??= fault is ApiException ? error.Message : fault.GetType().Name;
        Start(record, response);
        if (record.IsBedrocks)
            BedrockError.Write(error, response);
        else
            ErrorBody.Write(error, response);
    }

    private void End(RequestRecord record, Response response)
    {
        if (response.Status == 200 && !response.IsStreamed)
            response.AddHeader("cache-control", "no-store");
        if (record.Method == "HEAD")
            response.ClearBody();
        response.Json.Flush();
        record.Latency = _clock.GetElapsedTime(record.Began);
    }

    // An id goes into a header and into the log. So it must have no line end or other special characters, and must not be a key.
    private bool IsRequestId(string? id) =>
        id is { Length: > 0 and <= RequestIdLength } && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && _keys.Hide(id, []) == id;

    // The id only has to be unique. A Guid would ask the system for random bytes at every request.
    private static string NewId()
    {
        Span<byte> id = stackalloc byte[16];
        Random.Shared.NextBytes(id);
        return Convert.ToHexStringLower(id);
    }
}
