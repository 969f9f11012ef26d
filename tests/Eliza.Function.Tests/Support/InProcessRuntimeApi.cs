using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Eliza.Function.Tests.Support;

/// <summary>A request of the function to the Runtime API.</summary>
public sealed record Call(string Path, IHeaderDictionary Headers, byte[] Body, IHeaderDictionary Trailers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>Lambda's Runtime API over real HTTP. It uses Kestrel, which is another implementation of HTTP than the tested one.</summary>
public sealed class InProcessRuntimeApi : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly Channel<(string Id, string Event)> _events = Channel.CreateUnbounded<(string, string)>();
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();
    private readonly TaskCompletionSource _isHolding = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _release;
    private int _lastId;

    private InProcessRuntimeApi(string host)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{host}:0");
        _app = builder.Build();
        _app.MapGet("/2018-06-01/runtime/invocation/next", NextAsync);
        _app.MapPost("/2018-06-01/runtime/{**path}", TakeAsync);
    }

    /// <summary>The value of AWS_LAMBDA_RUNTIME_API.</summary>
    public string Address =>
        new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>The status of the answers to posts.</summary>
    public int PostStatus { get; set; } = 202;

    /// <summary>The X-Ray header and the deadline of the invocations.</summary>
    public string? TraceId { get; set; }

    public string? Deadline { get; set; }

    /// <summary>Whether events are sent in chunks, without a Content-Length.</summary>
    public bool Chunked { get; set; }

    /// <summary>Whether the connection closes after every answer.</summary>
    public bool Closes { get; set; }

    /// <summary>The connections so far.</summary>
    public HashSet<string> Connections { get; } = [];

    /// <summary>The number of events that the function got.</summary>
    public int Given { get; private set; }

    /// <summary>The number of posts that the function began.</summary>
    public int Posted { get; private set; }

    public static async Task<InProcessRuntimeApi> StartAsync(string host = "127.0.0.1")
    {
        var api = new InProcessRuntimeApi(host);
        await api._app.StartAsync();
        return api;
    }

    /// <summary>The time before a post is answered.</summary>
    public TimeSpan PostDelay { get; set; }

    /// <summary>Delays the answers to posts until the result is set.</summary>
    public TaskCompletionSource HoldPosts() => _release = new();

    /// <summary>Waits until a post is delayed.</summary>
    public Task IsHoldingAsync() => _isHolding.Task.WaitAsync(s_patience);

    /// <summary>Queues an event, and returns the id of its invocation. The id is new unless it is given.</summary>
    public string Send(string eventJson, string? id = null)
    {
        id ??= string.Create(CultureInfo.InvariantCulture, $"8476a536-e9f4-11e8-9739-{++_lastId:D12}");
        _events.Writer.TryWrite((id, eventJson)).ShouldBeTrue();
        return id;
    }

    /// <summary>Waits for the next request of the function.</summary>
    public Task<Call> ReceiveAsync() => _calls.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    /// <summary>Sends an event, and waits for the next request of the function.</summary>
    public async Task<Call> InvokeAsync(string eventJson, string? id = null)
    {
        id = Send(eventJson, id);
        var call = await ReceiveAsync();
        call.Path.ShouldStartWith($"invocation/{id}/");
        return call;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_events.Writer.TryComplete())
            return; // the test closed the connection on purpose
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task NextAsync(HttpContext context)
    {
        Note(context);
        (string Id, string Event) next;
        try
        {
            next = await _events.Reader.ReadAsync(context.RequestAborted);
        }
        catch (ChannelClosedException)
        {
            context.Abort();
            return;
        }
        Given++;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.Id;
        if (Deadline is not null)
            headers["Lambda-Runtime-Deadline-Ms"] = Deadline;
        if (TraceId is not null)
            headers["Lambda-Runtime-Trace-Id"] = TraceId;
        var bytes = System.Text.Encoding.UTF8.GetBytes(next.Event);
        if (!Chunked)
            context.Response.ContentLength = bytes.Length;
        foreach (var piece in bytes.Chunk(1000))
        {
            await context.Response.Body.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
        }
    }

    private async Task TakeAsync(HttpContext context)
    {
        Note(context);
        Posted++;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var trailers = new HeaderDictionary();
        if (context.Request.CheckTrailersAvailable())
            foreach (var name in new[] { "Lambda-Runtime-Function-Error-Type", "Lambda-Runtime-Function-Error-Body" })
                if (context.Request.GetTrailer(name) is { Count: > 0 } value)
                    trailers[name] = value;
        var headers = new HeaderDictionary(new Dictionary<string, StringValues>(context.Request.Headers)); // a copy, because Kestrel reuses its own
        if (_release is not null)
        {
            _isHolding.TrySetResult();
            await _release.Task;
        }
        await Task.Delay(PostDelay);
        context.Response.StatusCode = PostStatus;
        await context.Response.WriteAsync("""{"status":"OK"}""");
        await context.Response.CompleteAsync();
        _calls.Writer.TryWrite(new Call((string)context.Request.RouteValues["path"]!, headers, body.ToArray(), trailers));
    }

    private void Note(HttpContext context)
    {
        lock (Connections)
            Connections.Add(context.Connection.Id);
        if (Closes)
            context.Response.Headers.Connection = "close";
    }
}
