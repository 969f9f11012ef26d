using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text;
using System.Text.Json;
using Eliza.Testing;
using OpenAI;
using OpenAI.Chat;

namespace Eliza.Cli.Tests;

/// <summary>How OpenAI's own client for .NET reports each error of the service, compared with the table in docs/contract.md.</summary>
public class OpenAIErrorTests
{
    public static IEnumerable<object[]> Ways => [[false], [true]];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_error_is_thrown_as_the_table_says_with_all_that_it_tells(bool isStreamed)
    {
        var table = ErrorTable.Read();
        foreach (var error in ErrorTable.Sent())
        {
            using var handler = new Answering(error);
            using var http = new HttpClient(handler);
            var client = new ChatClient("doctor", new ApiKeyCredential("any"), new OpenAIClientOptions
            {
                Endpoint = new Uri("http://127.0.0.1/v1"),
                Transport = new HttpClientPipelineTransport(http),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 1),
            });

            var thrown = await Should.ThrowAsync<ClientResultException>(async () =>
            {
                if (!isStreamed)
                    await client.CompleteChatAsync(new UserChatMessage("Men are all alike."));
                await foreach (var _ in client.CompleteChatStreamingAsync(new UserChatMessage("Men are all alike.")))
                {
                }
            });

            $"`{thrown.GetType().Name}`{(handler.Requests > 1 ? ", sent again" : "")}".ShouldBe(table.Cell(error.Status, error.Code, "OpenAI, .NET"));
            thrown.Status.ShouldBe(error.Status);
            var told = JsonDocument.Parse(error.Body).RootElement.GetProperty("error");
            foreach (var name in (string[])["message", "code", "param"])
                thrown.Message.ShouldContain(told.GetProperty(name).GetString() ?? "");
        }
    }

    /// <summary>Answers each request with the same error.</summary>
    private sealed class Answering(SentError error) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            var response = new HttpResponseMessage((HttpStatusCode)error.Status) { Content = new StringContent(error.Body, Encoding.UTF8, "application/json") };
            return Task.FromResult(response);
        }
    }
}
