using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Faults;

/// <summary>After SIGTERM the server finishes its requests, takes no new ones, and exits with code 0.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class TerminationTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Requests_that_have_begun_are_read_to_the_end_and_answered()
    {
        var request = RawClient.Chat("I am sad.");
        var clients = new List<RawClient>();
        for (var i = 0; i < 8; i++)
        {
            clients.Add(await RawClient.ConnectAsync(_server.Url));
            await clients[i].SendAsync(request[..^10]);
        }
        await AnswersAsync(); // the server has seen the other requests by now

        var exit = _server.TerminateAsync();
        await IsGoneAsync();
        foreach (var client in clients)
        {
            await client.SendAsync(request[^10..]);
            RawClient.StatusOf(Encoding.UTF8.GetString(await client.ReadToEndAsync())).ShouldBe(200);
            client.Dispose();
        }

        (await exit).ShouldBe(0);
    }

    [Fact]
    public async Task Under_load_no_answer_breaks_off()
    {
        var answers = 0;
        var load = Enumerable.Range(0, 16).Select(async speaker =>
        {
            while (await TryAskAsync($"I am number {speaker}.") is { } answer)
            {
                var length = int.Parse(Regex.Match(answer, @"Content-Length: (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
                Encoding.UTF8.GetByteCount(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]).ShouldBe(length);
                Interlocked.Increment(ref answers);
            }
        }).ToList();
        while (Volatile.Read(ref answers) < 100)
            await Task.Delay(10);

        (await _server.TerminateAsync()).ShouldBe(0);
        await Task.WhenAll(load).WaitAsync(LocalProcess.Patience);
    }

    // Null if the server accepted no connection, or closed it before an answer.
    private async Task<string?> TryAskAsync(string line)
    {
        try
        {
            using var client = await RawClient.ConnectAsync(_server.Url);
            await client.SendAsync(RawClient.Chat(line));
            return await client.ReadToEndAsync() is { Length: > 0 } answer ? Encoding.UTF8.GetString(answer) : null;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return null;
        }
    }

    private async Task AnswersAsync() => (await TryAskAsync("hello")).ShouldNotBeNull();

    private async Task IsGoneAsync()
    {
        while (await TryAskAsync("hello") is not null)
            await Task.Delay(10);
    }
}
