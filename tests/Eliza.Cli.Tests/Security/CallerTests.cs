using System.Text.Json;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Security;

/// <summary>The caller is the peer, or the address that a trusted proxy names, whatever else a client sends.</summary>
[Collection(SharedServer.Name)]
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class CallerTests(RunningServer alone, ProxiedServer proxied) : IClassFixture<ProxiedServer>
{
    [Theory]
    [InlineData("X-Forwarded-For: 203.0.113.7")]
    [InlineData("X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-For: 203.0.113.8")]
    [InlineData("x-forwarded-for:203.0.113.7")]
    [InlineData("Forwarded: for=203.0.113.7")]
    [InlineData("X-Real-IP: 203.0.113.7")]
    [InlineData("True-Client-IP: 203.0.113.7\r\nCF-Connecting-IP: 203.0.113.7\r\nX-Client-IP: 203.0.113.7")]
    public async Task Without_a_trusted_proxy_it_is_the_peer(string headers) => (await CallerAsync(alone, headers)).ShouldBe("127.0.0.1");

    [Theory]
    [InlineData("X-Forwarded-For: 203.0.113.7", "203.0.113.7")]
    [InlineData("X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 203.0.113.7", "203.0.113.7")]
    [InlineData("X-Forwarded-For: 6.6.6.6, 203.0.113.7, 127.0.0.2", "203.0.113.7")]
    [InlineData("X-Forwarded-For: [2001:db8::1%eth0]:443", "2001:db8::1")]
    [InlineData("X-Forwarded-For:", "127.0.0.1")]
    [InlineData("Forwarded: for=203.0.113.7", "127.0.0.1")]
    [InlineData("X-Real-IP: 203.0.113.7", "127.0.0.1")]
    public async Task Behind_a_trusted_proxy_it_is_what_the_last_one_reports(string headers, string caller) => (await CallerAsync(proxied, headers)).ShouldBe(caller);

    private static async Task<string?> CallerAsync(RunningServer server, string headers)
    {
        var id = Guid.NewGuid().ToString("N");
        (await RawClient.AskAsync(server.Url, $"GET /{id} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\nConnection: close\r\n\r\n")).Status.ShouldBe(404);
        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        string? line;
        while ((line = server.Log.FirstOrDefault(line => line.Contains(id, StringComparison.Ordinal))) is null)
            await Task.Delay(10, patience.Token);
        return JsonDocument.Parse(line).RootElement.GetProperty("caller_ip").GetString();
    }
}
