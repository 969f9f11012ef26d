using System.Text.Json;
using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Service.Tests.Logging;

public class LogTests
{
    [Fact]
    public void Each_request_is_one_line_of_JSON()
    {
        var service = new TestService();
        service.Send(TestRequest.Says("hello"));
        service.Send(TestRequest.Chat($"\"stream\": true, \"model\": \"openai/mirror\", \"messages\": {TestRequest.Messages("hello")}"));
        service.Send(TestRequest.Get("/nothing"));
        string.Concat(service.Log).ShouldMatchSnapshot();
    }

    [Fact]
    public void With_LOG_REQUESTS_what_was_understood_of_a_request_is_a_line_of_its_own()
    {
        var service = TestService.With(("LOG_REQUESTS", "true"), ("API_KEY", "sesame"));
        service.Send(TestRequest.Says("my name is Zoë", "open sesame now", "hello") with { Query = "api_key=q" });
        service.Send(TestRequest.Get("/health")
            .With("Authorization", "Bearer a").With("cookie", "session=c").With("x-goog-api-key", "g").With("user-agent", "curl").With("x-sesame", "1"));
        service.Send(TestRequest.Post("/v1/chat/completions", "{\"nonsense\""));
        service.Send(TestRequest.Get("/files/sesame"));
        string.Concat(service.Log).ShouldMatchSnapshot();
    }

    [Theory]
    [InlineData("sesame")]
    [InlineData("se%73ame")]
    [InlineData("%73%65%73%61%6D%65")]
    public void A_key_is_not_logged_in_whatever_a_request_holds_it(string key)
    {
        foreach (var setting in (string[])["API_KEY", "API_KEY_SHA256"])
        {
            var digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("sesame"u8));
            var service = TestService.With(("LOG_REQUESTS", "true"), ("REQUIRE_API_KEY", "true"), (setting, setting == "API_KEY" ? "sesame" : digest));
            var escaped = string.Concat("sesame".Select(letter => $"\\u{(int)letter:x4}"));
            foreach (var request in (TestRequest[])[
                TestRequest.Says($"my key is {key}"), TestRequest.Get($"/v1/models/{key}"), TestRequest.Get("/") with { Query = key }, TestRequest.Get("/").With(key, "1"),
                TestRequest.Get("/").With("x-note", Convert.ToBase64String("sesame"u8)),
                TestRequest.Chat($$"""  "messages": [{"role":"user","content":"{{escaped}}"}] """)])
                service.Send(request.With("authorization", "Bearer sesame"));
            var log = string.Concat(service.Log);
            log.ShouldNotContain("sesame");
            Uri.UnescapeDataString(log).ShouldNotContain("sesame");
            log.ShouldNotContain(Convert.ToBase64String("sesame"u8));
        }
    }

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\u2028b\u0085c\u0000d")]
    [InlineData("\"},{\"level\":\"error")]
    public void No_caller_can_break_a_line(string text)
    {
        var service = TestService.With("LOG_REQUESTS", "true");
        service.Send(TestRequest.Says(text) with { Path = "/eliza", RequestId = text, SourceIp = text });
        service.Send(new TestRequest(text, text));
        service.Log.Count.ShouldBe(4);
        foreach (var line in service.Log)
        {
            line.ShouldEndWith("}\n");
            line[..^1].ShouldNotContain(character => char.IsControl(character) || character == '\u2028', line);
            JsonDocument.Parse(line).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        }
    }

    [Fact]
    public void Of_what_was_said_only_the_beginning_of_the_reply_is_logged()
    {
        var service = new TestService();
        service.Send(TestRequest.Says("private", new string('x', 200)));
        service.Log.ShouldHaveSingleItem().ShouldNotContain("private");
        service.LastLog().GetProperty("message_preview").GetString().ShouldBe("Two: " + new string('x', 115));
    }

    [Fact]
    public void An_emoji_at_the_end_of_the_preview_is_left_out_whole()
    {
        var service = new TestService();
        service.Send(TestRequest.Chat($"\"model\": \"mirror\", \"messages\": {TestRequest.Messages(new string('x', 119) + "😀")}"));
        service.LastLog().GetProperty("message_preview").GetString()!.Length.ShouldBe(119);
    }

    [Fact]
    public void No_key_is_ever_logged()
    {
        var service = TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY", "sesame"), ("LOG_REQUESTS", "true"));
        service.Send(TestRequest.Says("hello").With("authorization", "Bearer sesame"));
        service.Send(TestRequest.Says("hello").With("authorization", "Bearer sesame2"));
        service.Send(TestRequest.Get("/").With("X-API-Key", "sesame3"));
        service.Send(TestRequest.Get("/v1/models/sesame") with { Query = "key=sesame", SourceIp = "sesame", RequestId = "sesame" });
        service.Send(TestRequest.Chat($"\"model\": \"mirror\", \"messages\": {TestRequest.Messages("my password is sesame")}").With("x-api-key", "sesame"));
        service.LastLog().GetProperty("status_code").GetInt32().ShouldBe(200);
        service.LastLog().GetProperty("message_preview").GetString().ShouldBe("***");
        string.Concat(service.Log).ShouldNotContain("sesame");
    }

    [Fact]
    public void A_log_that_cannot_be_written_does_not_stop_the_answer()
    {
        var service = new ElizaService(
            new Settings(LogRequests: true), () => [Scripts.Counter], _ => throw new IOException("No space left on device"), new FixedClock(), () => "id");
        var response = new Response();
        service.Begin(TestRequest.Says("hello").ToRequest(), response);
        service.Answer(TestRequest.Says("hello").Body, response);
        service.Log(response);
        response.Reply().ShouldBe("One: hello");
    }
}
