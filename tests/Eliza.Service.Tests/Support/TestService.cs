using System.Text;
using System.Text.Json;
using Eliza.Runtime;

namespace Eliza.Service.Tests.Support;

/// <summary>The service with the test scripts, a clock that stands still, and ids that are counted, so that answers are repeatable.</summary>
internal sealed class TestService
{
    private readonly ElizaService _service;
    private int _ids;

    public TestService(Settings? settings = null, IReadOnlyList<Script>? scripts = null) =>
        _service = new ElizaService(
            settings ?? new Settings(), () => scripts ?? [Scripts.Counter, Scripts.Mirror], line => Log.Add(Encoding.UTF8.GetString(line)),
            new FixedClock(), () => $"{Interlocked.Increment(ref _ids):x8}");

    /// <summary>The lines of the log, each with its newline.</summary>
    public List<string> Log { get; } = [];

    /// <summary>A service with one setting of the environment.</summary>
    public static TestService With(string name, string value) => With((name, value));

    public static TestService With(params (string Name, string Value)[] variables) =>
        new(Settings.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value));

    public Response Send(TestRequest request)
    {
        var response = new Response();
        SendAgain(request, response);
        return response;
    }

    public void SendAgain(TestRequest request, Response response)
    {
        if (_service.Begin(request.ToRequest(), response))
            _service.Answer(request.Body, response);
        _service.Log(response);
    }

    public JsonElement LastLog() => JsonDocument.Parse(Log[^1]).RootElement;
}
