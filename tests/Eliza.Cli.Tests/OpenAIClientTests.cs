using System.ClientModel;
using Eliza.Cli.Tests.Support;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace Eliza.Cli.Tests;

/// <summary>OpenAI's own client for .NET with the running server.</summary>
[Collection(SharedServer.Name)]
public class OpenAIClientTests(RunningServer server, LockedServer locked)
{
    private static readonly ChatMessage[] Conversation =
    [
        new SystemChatMessage("Be kind."),
        new UserChatMessage("Men are all alike."),
        new AssistantChatMessage("In what way?"),
        new UserChatMessage(ChatMessageContentPart.CreateTextPart("They're always bugging us"), ChatMessageContentPart.CreateTextPart("about something or other.")),
    ];

    private static OpenAIClientOptions At(Uri url) => new() { Endpoint = new Uri(url, "/v1") };

    private static ChatClient Client(Uri url, string model = "doctor", string key = "any") => new(model, new ApiKeyCredential(key), At(url));

    [Fact]
    public async Task A_completion_has_all_that_the_client_reads()
    {
        ChatCompletion completion = await Client(server.Url).CompleteChatAsync(Conversation);
        completion.Content[0].Text.ShouldNotBeNullOrWhiteSpace();
        completion.Role.ShouldBe(ChatMessageRole.Assistant);
        completion.FinishReason.ShouldBe(ChatFinishReason.Stop);
        completion.Model.ShouldBe("doctor");
        completion.Id.ShouldStartWith("chatcmpl-");
        completion.CreatedAt.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromDays(1));
        completion.Usage.TotalTokenCount.ShouldBe(completion.Usage.InputTokenCount + completion.Usage.OutputTokenCount);
        completion.ToolCalls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_streamed_completion_is_the_whole_one_in_pieces()
    {
        ChatCompletion whole = await Client(server.Url).CompleteChatAsync(Conversation);
        var text = "";
        var roles = new List<ChatMessageRole?>();
        ChatFinishReason? finish = null;
        ChatTokenUsage? usage = null;
        await foreach (var update in Client(server.Url).CompleteChatStreamingAsync(Conversation))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            roles.Add(update.Role);
            finish ??= update.FinishReason;
            usage ??= update.Usage;
        }
        text.ShouldBe(whole.Content[0].Text);
        roles.Count(role => role == ChatMessageRole.Assistant).ShouldBe(1);
        finish.ShouldBe(ChatFinishReason.Stop);
        usage!.TotalTokenCount.ShouldBe(whole.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task Max_tokens_cut_and_say_so()
    {
        ChatCompletion completion = await Client(server.Url).CompleteChatAsync(Conversation, new ChatCompletionOptions { MaxOutputTokenCount = 1 });
        completion.FinishReason.ShouldBe(ChatFinishReason.Length);
        completion.Usage.OutputTokenCount.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_model_is_not_found()
    {
        var error = await Should.ThrowAsync<ClientResultException>(() => Client(server.Url, "gpt-4o").CompleteChatAsync(Conversation));
        error.Status.ShouldBe(404);
        error.Message.ShouldContain("model_not_found");
    }

    [Fact]
    public async Task A_wrong_key_is_refused_before_the_stream_begins()
    {
        var error = await Should.ThrowAsync<ClientResultException>(async () =>
        {
            await foreach (var _ in Client(locked.Url, key: "wrong").CompleteChatStreamingAsync(Conversation))
            {
            }
        });
        error.Status.ShouldBe(401);
        error.Message.ShouldContain("invalid_api_key");
    }

    [Fact]
    public async Task The_right_key_opens() =>
        (await Client(locked.Url, key: LockedServer.Key).CompleteChatAsync(Conversation)).Value.Content[0].Text.ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task A_wish_for_JSON_is_refused()
    {
        var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };
        var error = await Should.ThrowAsync<ClientResultException>(() => Client(server.Url).CompleteChatAsync(Conversation, options));
        error.Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_models_are_listed()
    {
        OpenAIModelCollection models = await new OpenAIModelClient(new ApiKeyCredential("any"), At(server.Url)).GetModelsAsync();
        models.Select(model => model.Id).ShouldContain("doctor");
    }
}
