using System.Net;
using System.Text.Json;
using Eliza.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Eliza.AspNetCore.Tests;

public sealed class MapElizaTests
{
    [Fact]
    public async Task In_a_group_the_paths_stand_below_its_prefix()
    {
        await using var app = await StartAsync(app => app.MapGroup("/bots").MapEliza(Scripts.All));
        using var client = ClientOf(app);
        (await client.GetStringAsync("/bots/v1/models/openai%2Fparrot")).ShouldContain("\"id\":\"openai/parrot\"");
        (await client.GetAsync("/v1/models")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_settings_say_who_may_call()
    {
        await using var app = await StartAsync(app => app.MapEliza(Scripts.All, new Settings(RequireApiKey: true, ApiKeys: "polly")));
        using var client = ClientOf(app);
        (await client.GetAsync("/v1/models")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "polly");
        (await client.GetAsync("/v1/models")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_request_is_logged_by_the_application()
    {
        var lines = new List<string>();
        await using var app = await StartAsync(app => app.MapEliza(Scripts.All), lines);
        using var client = ClientOf(app);
        await client.GetAsync("/v1/models");
        JsonDocument.Parse(lines.ShouldHaveSingleItem()).RootElement.GetProperty("path").GetString().ShouldBe("/v1/models");
    }

    [Fact]
    public void Without_a_script_it_says_so() =>
        Should.Throw<ArgumentException>(() => WebApplication.CreateSlimBuilder().Build().MapEliza([])).Message.ShouldStartWith("There is no script");

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map, List<string>? lines = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new Lines(lines ?? []));
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        await app.StartAsync();
        return app;
    }

    private static HttpClient ClientOf(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private sealed class Lines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName == "Eliza" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
