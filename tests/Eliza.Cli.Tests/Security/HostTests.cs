using System.Text.Json;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Security;

/// <summary>The server answers no request under a foreign host name: a web site can make its own name point to this machine (DNS rebinding).</summary>
[Collection(SharedServer.Name)]
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class HostTests(RunningServer server, NamedServer named) : IClassFixture<NamedServer>
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("203.0.113.7")]
    public async Task A_strange_name_is_refused_on_every_path(string host)
    {
        foreach (var path in (string[])["/", "/page/page.js", "/trace", "/v1/models", "/health"])
        {
            var answer = await RawClient.AskAsync(server.Url, $"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
            answer.Status.ShouldBe(403, path);
            answer.Text.ShouldContain("host_not_allowed");
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("eliza.localhost")]
    [InlineData("127.0.0.1:9")]
    [InlineData("[::1]")]
    public async Task The_names_of_the_loopback_address_are_not(string host) =>
        (await RawClient.AskAsync(server.Url, $"GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).Status.ShouldBe(200);

    [Fact]
    public async Task Names_that_the_operator_lists_are_not()
    {
        (await RawClient.AskAsync(named.Url, "GET /health HTTP/1.1\r\nHost: eliza.example\r\nConnection: close\r\n\r\n")).Status.ShouldBe(200);
        (await RawClient.AskAsync(named.Url, "GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task What_was_refused_is_logged()
    {
        var id = Guid.NewGuid().ToString("N");
        await RawClient.AskAsync(server.Url, $"GET /{id} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        string? line;
        while ((line = server.Log.FirstOrDefault(line => line.Contains(id, StringComparison.Ordinal))) is null)
            await Task.Delay(10, patience.Token);
        JsonDocument.Parse(line).RootElement.GetProperty("status_code").GetInt32().ShouldBe(403);
    }
}

/// <summary>A server with a host name of its own.</summary>
public sealed class NamedServer : RunningServer
{
    private protected override string[] Arguments => [.. base.Arguments, "--allowed-hosts", "eliza.example"];
}
