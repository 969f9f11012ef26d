using System.Text.Json;
using Eliza.Function.Http;
using Eliza.Function.Tests.Support;
using Eliza.Testing;

namespace Eliza.Function.Tests.Logging;

public class LogTests
{
    [Fact]
    public void Each_request_is_one_line_of_JSON()
    {
        var service = new Service();
        service.Send(Request.Says("hello"));
        service.Send(Request.Chat($"\"stream\": true, \"model\": \"openai/mirror\", \"messages\": {Request.Messages("hello")}"));
        service.Send(Request.Get("/nothing"));
        service.Send("nonsense"u8.ToArray());
        string.Concat(service.Log).ShouldMatchSnapshot();
    }

    [Fact]
    public void With_LOG_REQUESTS_the_event_is_a_line_of_its_own_without_what_is_secret()
    {
        var service = Service.With(("LOG_REQUESTS", "true"), ("API_KEY", "sesame"));
        service.Send("""
            {"version":"2.0","rawPath":"/health","rawQueryString":"api_key=q","cookies":["session=c"],
             "headers":{"Authorization":"Bearer a","x-api-key":"b","api-key":"c","cookie":"d","x-amz-security-token":"e","proxy-authorization":"f",
                        "x-goog-api-key":"g","user-agent":"curl","x-note":"open sesame now"},
             "queryStringParameters":{"api_key":"q","a":"1"},
             "requestContext":{"authorizer":{"jwt":{"claims":{"sub":"me"}}},"authentication":null,"timeEpoch":1795262400000,"routeKey":"$default",
                               "http":{"method":"GET","path":"/health","sourceIp":"203.0.113.7"}},
             "body":"{\"a\":\"\\n\"}","isBase64Encoded":false}
            """u8.ToArray());
        string.Concat(service.Log).ShouldMatchSnapshot();
    }

    [Fact]
    public void An_event_that_cannot_be_read_is_logged_as_null()
    {
        var service = Service.With("LOG_REQUESTS", "true");
        service.Send("{"u8.ToArray());
        service.Log.Count.ShouldBe(2);
        JsonDocument.Parse(service.Log[0]).RootElement.GetProperty("event").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\u2028b\u0085c\u0000d")]
    [InlineData("\"},{\"level\":\"error")]
    public void No_caller_can_break_a_line(string text)
    {
        var service = Service.With("LOG_REQUESTS", "true");
        service.Send(Request.Says(text) with { Path = "/eliza", RequestId = text, SourceIp = text });
        service.Send(new Request(text, text));
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
        var service = new Service();
        service.Send(Request.Says("private", new string('x', 200)));
        service.Log.ShouldHaveSingleItem().ShouldNotContain("private");
        service.LastLog().GetProperty("message_preview").GetString().ShouldBe("Two: " + new string('x', 115));
    }

    [Fact]
    public void An_emoji_at_the_end_of_the_preview_is_left_out_whole()
    {
        var service = new Service();
        service.Send(Request.Chat($"\"model\": \"mirror\", \"messages\": {Request.Messages(new string('x', 119) + "😀")}"));
        service.LastLog().GetProperty("message_preview").GetString()!.Length.ShouldBe(119);
    }

    [Fact]
    public void No_key_is_ever_logged()
    {
        var service = Service.With(("REQUIRE_API_KEY", "true"), ("API_KEY", "sesame"), ("LOG_REQUESTS", "true"));
        service.Send(Request.Says("hello").With("authorization", "Bearer sesame"));
        service.Send(Request.Says("hello").With("authorization", "Bearer sesame2"));
        service.Send(Request.Get("/").With("X-API-Key", "sesame3"));
        service.Send(Request.Get("/v1/models/sesame") with { Query = "key=sesame", SourceIp = "sesame", RequestId = "sesame" });
        service.Send(Request.Chat($"\"model\": \"mirror\", \"messages\": {Request.Messages("my password is sesame")}").With("x-api-key", "sesame"));
        service.LastLog().GetProperty("status_code").GetInt32().ShouldBe(200);
        service.LastLog().GetProperty("message_preview").GetString().ShouldBe("***");
        string.Concat(service.Log).ShouldNotContain("sesame");
    }

    [Fact]
    public void A_log_that_cannot_be_written_does_not_stop_the_answer()
    {
        var handler = new Handler(
            new Settings(LogRequests: true), Scripts.All, new FixedClock(), () => "id", _ => throw new IOException("No space left on device"));
        var response = new Response();
        handler.Handle(Request.Says("hello").ToEvent(), response);
        handler.Log(response);
        response.Reply().ShouldBe("One: hello");
    }
}
