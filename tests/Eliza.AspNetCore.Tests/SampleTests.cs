using System.ClientModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Eliza.Testing;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace Eliza.AspNetCore.Tests;

/// <summary>The sample application on Kestrel, with OpenAI's own client.</summary>
public sealed class SampleTests(SampleTests.Application application) : IClassFixture<SampleTests.Application>
{
    private readonly Uri _url = application.Url;

    private OpenAIClient Client => new(new ApiKeyCredential("any"), new OpenAIClientOptions { Endpoint = new Uri(_url, "/v1") });

    [Fact]
    public void It_takes_no_more_than_twenty_lines() =>
        File.ReadAllLines(Path.Combine(Repository.Root, "samples/Web/Program.cs")).Length.ShouldBeLessThanOrEqualTo(20);

    [Fact]
    public async Task It_answers_a_completion()
    {
        ChatCompletion completion = await Client.GetChatClient("parrot").CompleteChatAsync(new UserChatMessage("How much gold is there?"));
        completion.Content[0].Text.ShouldBe("Gold! is there?");
        completion.Model.ShouldBe("parrot");
    }

    [Fact]
    public async Task It_streams()
    {
        var text = "";
        await foreach (var update in Client.GetChatClient("parrot").CompleteChatStreamingAsync(new UserChatMessage("How much gold is there?")))
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
        text.ShouldBe("Gold! is there?");
    }

    [Fact]
    public async Task It_lists_its_models()
    {
        OpenAIModelCollection models = await Client.GetOpenAIModelClient().GetModelsAsync();
        models.ShouldHaveSingleItem().Id.ShouldBe("parrot");
    }

    [Fact]
    public async Task It_answers_errors_in_the_form_of_the_contract() =>
        (await Should.ThrowAsync<ClientResultException>(() => Client.GetChatClient("gpt").CompleteChatAsync(new UserChatMessage("Hello"))))
            .Message.ShouldContain("model_not_found");

    [Fact]
    public async Task It_leaves_the_paths_of_the_application_alone()
    {
        using var client = new HttpClient { BaseAddress = _url };
        (await client.GetStringAsync("/")).ShouldStartWith("OpenAI clients find a parrot");
        ((int)(await client.GetAsync("/health")).StatusCode).ShouldBe(404);
    }

    /// <summary>The sample as a process of its own.</summary>
    public sealed class Application : IAsyncLifetime
    {
        private Process? _process;

        public Uri Url { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Web.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })!;
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            Match address;
            do
            {
                var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
                address = Regex.Match(line.ShouldNotBeNull("It ended before it listened."), @"http://127\.0\.0\.1:\d+");
            }
            while (!address.Success);
            Url = new Uri(address.Value);
            _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None); // so that the log never blocks the process
        }

        public Task DisposeAsync()
        {
            _process?.Kill();
            _process?.Dispose();
            return Task.CompletedTask;
        }
    }
}
