using System.Net;
using System.Net.NetworkInformation;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Security;

/// <summary>Requests that Kestrel itself refuses.</summary>
[Collection(SharedServer.Name)]
public sealed class LimitTests(RunningServer server)
{
    [Theory]
    [InlineData(9_000, 200)]
    [InlineData(11_000, 431)]
    public async Task Ten_kilobytes_of_headers_are_read_as_by_the_gateway(int length, int status) =>
        (await AskAsync($"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', length)}\r\n")).Status.ShouldBe(status);

    [Fact]
    public async Task More_than_a_hundred_headers_are_not_read() =>
        (await AskAsync($"GET /health HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 101).Select(i => $"X-{i}: 1\r\n"))}")).Status.ShouldBe(431);

    [Fact]
    public async Task A_path_of_more_than_eight_kilobytes_is_not_read() =>
        (await AskAsync($"GET /{new string('x', 9_000)} HTTP/1.1\r\nHost: localhost\r\n")).Status.ShouldBe(414);

    [Theory]
    [InlineData("GET /health HTTP/1.1\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: localhost\r\nHost: y\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: localhost\r\nX Y: 1\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n")]
    [InlineData("POST /chat HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n")]
    [InlineData("POST /chat HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n")]
    public async Task What_two_servers_could_understand_differently_is_refused(string head) => (await AskAsync(head)).Status.ShouldBe(400);

    [Fact]
    public async Task No_header_tells_what_serves() =>
        (await AskAsync("GET /health HTTP/1.1\r\nHost: localhost\r\n")).Text.ShouldNotContain("\r\nServer:");

    [Fact]
    public async Task Others_are_answered_while_a_hundred_connections_say_nothing()
    {
        var silent = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => RawClient.ConnectAsync(server.Url)));
        (await AskAsync("GET /health HTTP/1.1\r\nHost: localhost\r\n")).Status.ShouldBe(200);
        Array.ForEach(silent, client => client.Dispose());
    }

    private Task<(int Status, string Text)> AskAsync(string head) => RawClient.AskAsync(server.Url, $"{head}Connection: close\r\n\r\n");
}

/// <summary>The addresses on which the server listens.</summary>
public sealed class AddressTests
{
    [Fact]
    public void It_is_loopback_where_nobody_says_otherwise() =>
        new Uri(Serving.ServeCommand.DefaultUrls).Host.ShouldBe(IPAddress.Loopback.ToString());

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task A_port_is_open_on_the_address_that_was_told_and_on_no_other()
    {
        using var process = LocalProcess.Start(["--urls", "http://127.0.0.1:0"]);
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(LocalProcess.Patience);
        var port = new Uri(line!.Split(' ')[^1]).Port;
        var open = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == port).ToList();
        process.Kill();
        open.ShouldBe([new IPEndPoint(IPAddress.Loopback, port)]);
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task Nothing_but_the_command_line_says_otherwise()
    {
        (string, string)[] environment =
            [("ASPNETCORE_URLS", "http://127.0.0.1:1"), ("DOTNET_URLS", "http://127.0.0.1:1"), ("ASPNETCORE_HTTP_PORTS", "1"), ("URLS", "http://127.0.0.1:1"), ("Kestrel__Endpoints__Http__Url", "http://127.0.0.1:1")];
        using var process = LocalProcess.Start(["--urls", "http://127.0.0.1:0"], environment);
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(LocalProcess.Patience);
        process.Kill();
        line!.ShouldMatch(@"^ELIZA listens on http://127\.0\.0\.1:\d{2,}$");
    }
}
