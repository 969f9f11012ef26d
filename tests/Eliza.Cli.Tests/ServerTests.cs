using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Eliza.Cli.Tests.Support;

namespace Eliza.Cli.Tests;

[Collection(SharedServer.Name)]
public class ServerTests(RunningServer server)
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_is_understood_whatever_type_it_is_said_to_be(string? type) =>
        (await ReplyAsync(["Hallå, I am sad."], type)).ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task Text_beyond_ASCII_comes_back_unharmed() =>
        (await ReplyAsync(["my crème brûlée is 日本"])).ShouldContain("crème brûlée is 日本");

    [Fact]
    public async Task Three_identical_requests_get_three_identical_replies()
    {
        var replies = new HashSet<string>();
        for (var i = 0; i < 3; i++)
            replies.Add(await ReplyAsync(["Men are all alike.", "They're always bugging us."]));
        replies.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ten_conversations_at_the_same_time_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async speaker =>
        {
            var lines = new List<string>();
            for (var turn = 0; turn < 10; turn++)
            {
                lines.Add($"My thing {speaker} is {turn}.");
                (await ReplyAsync([.. lines])).ShouldBe(Alone(lines));
            }
        }));

        static string Alone(List<string> lines)
        {
            var conversation = Scripts.Find("doctor")!.Start();
            return lines.Select(line => conversation.Reply(line)).ToList()[^1];
        }
    }

    [Fact]
    public async Task A_stream_leaves_in_events_and_ends_with_done()
    {
        using var response = await server.Http.PostAsync("/v1/chat/completions", Json("""{"stream":true,"messages":[{"role":"user","content":"hi"}]}"""));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        response.Headers.TransferEncodingChunked.ShouldBe(true);
        (await response.Content.ReadAsStringAsync()).ShouldEndWith("data: [DONE]\n\n");
    }

    [Fact]
    public async Task A_body_that_is_too_large_gets_the_error_of_the_contract()
    {
        using var response = await server.Http.PostAsync("/chat", new ByteArrayContent(new byte[1_200_000]));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldContain("payload_too_large");
    }

    [Fact]
    public async Task An_encoded_slash_in_a_models_name_is_a_slash() =>
        (await server.Http.GetStringAsync("/v1/models/openai%2Fdoctor")).ShouldContain("\"openai/doctor\"");

    [Theory]
    [InlineData("HEAD", "/health", HttpStatusCode.OK)]
    [InlineData("OPTIONS", "/v1/responses", HttpStatusCode.NoContent)]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/completions", HttpStatusCode.MethodNotAllowed)]
    public async Task The_handlers_status_and_headers_reach_the_client(string method, string path, HttpStatusCode status)
    {
        using var response = await server.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        response.StatusCode.ShouldBe(status);
        response.Headers.GetValues("access-control-allow-origin").ShouldBe(["*"]);
        response.Headers.GetValues("x-request-id").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_of_its_request_harms_nobody()
    {
        for (var i = 0; i < 20; i++)
        {
            using var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(server.Url.Host, server.Url.Port);
            await socket.GetStream().WriteAsync("POST /chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        }
        (await ReplyAsync(["hello"])).ShouldNotBeNullOrEmpty();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<string> ReplyAsync(string[] lines, string? type = "application/json")
    {
        var messages = lines.Select(line => new { role = "user", content = line });
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { messages }));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var response = await server.Http.PostAsync("/v1/chat/completions", content);
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body.RootElement.ToString());
        return body.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
    }
}
