using System.Text;
using System.Text.Json;
using Eliza.Function.Http;
using Eliza.Runtime;

namespace Eliza.Function.Tests.Support;

/// <summary>The handler with the test scripts, a clock that stands still and ids that count, so that answers repeat.</summary>
internal sealed class Service
{
    private readonly Handler _handler;
    private int _ids;

    public Service(Settings? settings = null, IReadOnlyList<Script>? scripts = null) =>
        _handler = new Handler(
            settings ?? new Settings(), scripts ?? Scripts.All, new FixedClock(),
            () => $"{Interlocked.Increment(ref _ids):x8}", line => Log.Add(Encoding.UTF8.GetString(line)));

    /// <summary>The lines of the log, each with the newline that ends it.</summary>
    public List<string> Log { get; } = [];

    /// <summary>A service with one setting of the environment.</summary>
    public static Service With(string name, string value) => With((name, value));

    public static Service With(params (string Name, string Value)[] variables) =>
        new(Settings.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value));

    public Response Send(Request request) => Send(request.ToEvent());

    public Response Send(byte[] eventJson)
    {
        var response = new Response();
        _handler.Handle(eventJson, response);
        _handler.Log(response);
        return response;
    }

    public void SendAgain(Request request, Response response) => _handler.Handle(request.ToEvent(), response);

    public JsonElement LastLog() => JsonDocument.Parse(Log[^1]).RootElement;
}
