using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

/// <summary>A script is saved while a conversation uses it.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class SaveTests : IAsyncLifetime, IDisposable
{
    private const int Speakers = 16;
    private const int Requests = 1_000;
    private const int Saves = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly FolderServer _server;

    public SaveTests()
    {
        Save(0);
        _server = new FolderServer(_folder.FullName);
    }

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_a_thousand_requests_in_flight_none_is_lost_and_each_is_answered_by_one_version()
    {
        (await AskAsync()).ShouldBe(0);
        var left = Requests;
        var speakers = Enumerable.Range(0, Speakers).Select(async _ =>
        {
            var newest = 0;
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var version = await AskAsync();
                version.ShouldBeGreaterThanOrEqualTo(newest);
                newest = version;
            }
        }).ToList();
        for (var save = 1; save <= Saves; save++)
        {
            var due = Requests - (save * Requests / (Saves + 2));
            while (Volatile.Read(ref left) > due)
                await Task.Delay(1);
            Save(save);
        }
        await Task.WhenAll(speakers).WaitAsync(LocalProcess.Patience);

        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        while (await AskAsync() != Saves)
            await Task.Delay(20, patience.Token);
    }

    /// <summary>Asks for three choices, and returns the version of the script that gave all three.</summary>
    private async Task<int> AskAsync()
    {
        using var response = await _server.Http.PostAsJsonAsync("/v1/chat/completions", new { n = 3, messages = new[] { new { role = "user", content = "hello" }, new { role = "user", content = "well" } } });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var completion = await response.Content.ReadFromJsonAsync<JsonElement>();
        var replies = completion.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("message").GetProperty("content").GetString()!).ToList();
        replies.Count.ShouldBe(3);
        return replies.Select(reply => int.Parse(reply.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).Distinct().ShouldHaveSingleItem();
    }

    private void Save(int version) => File.WriteAllText(_folder["parrot.txt"],
        $"initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Version {version} one.\n  reasmb: Version {version} two.\n  reasmb: Version {version} three.\n");

    private sealed class FolderServer(string folder) : RunningServer
    {
        private protected override string[] Arguments => [.. base.Arguments, "--scripts", folder];
    }
}
