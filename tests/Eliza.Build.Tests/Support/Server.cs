using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Eliza.Build.Tests.Support;

/// <summary>The command <c>eliza</c> as a server for the current scripts. The system chooses the port.</summary>
internal sealed partial class Server(Process process, HttpClient client) : IDisposable
{
    public static async Task<Server> StartAsync(WorkingCopy copy)
    {
        var process = Dotnet.Start(copy.Root, $"{WorkingCopy.HostAssembly} --urls http://127.0.0.1:0");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Url().Match(line) is { Success: true } url) return new(process, new HttpClient { BaseAddress = new(url.Value) });
        }

        throw new InvalidOperationException("The server ended: " + await process.StandardError.ReadToEndAsync());
    }

    public async Task<IEnumerable<string?>> ModelsAsync()
    {
        var models = await client.GetFromJsonAsync<JsonElement>("/v1/models");
        return models.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString());
    }

    /// <summary>The reply to the last turn. The turns are by the user and the assistant alternately.</summary>
    public async Task<string?> ReplyAsync(string model, params IEnumerable<string> turns)
    {
        var messages = turns.Select((content, i) => new { role = i % 2 == 0 ? "user" : "assistant", content });
        using var response = await client.PostAsJsonAsync("/v1/chat/completions", new { model, messages });
        var completion = await response.Content.ReadFromJsonAsync<JsonElement>();
        return completion.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
    }

    public void Dispose()
    {
        client.Dispose();
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Url();
}
