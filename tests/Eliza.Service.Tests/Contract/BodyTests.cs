using System.Text;
using System.Text.Json;
using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Contract;

public class BodyTests
{
    private readonly TestService _service = new();

    [Fact]
    public void A_body_that_is_not_UTF8_is_an_error() =>
        _service.Send(TestRequest.PostBytes("/chat", Encoding.Latin1.GetBytes($$"""{"messages": {{"[{\"role\":\"user\",\"content\":\"h\u00e9\"}]"}}}""")))
            .ShouldBeError(400).Code.ShouldBe("invalid_utf8");

    [Fact]
    public void A_byte_order_mark_is_ignored() =>
        _service.Send(TestRequest.Says("hello") with { Path = "/eliza" }).Reply()
            .ShouldBe(_service.Send(TestRequest.PostBytes("/eliza", [0xEF, 0xBB, 0xBF, .. TestRequest.Says("hello").Body!])).Reply());

    [Theory]
    [InlineData("""a \ud83d b""", "a \ufffd b")]
    [InlineData("""a \udE00\ud83D b""", "a \ufffd\ufffd b")]
    [InlineData("""a \ud83d\ud83d\ude00 b""", "a \ufffd😀 b")]
    [InlineData("""a \ud83d\ude00 b""", "a 😀 b")]
    [InlineData("""a \\ud83d b""", @"a \ud83d b")]
    public void A_surrogate_without_its_partner_is_read_as_the_replacement_character(string escaped, string read)
    {
        var service = TestService.With("LOG_REQUESTS", "true");
        service.Send(TestRequest.Chat($$""" "messages": [{"role":"user","content":"{{escaped}}"}] """)).Status.ShouldBe(200);
        JsonDocument.Parse(service.Log[0]).RootElement.GetProperty("request").GetProperty("lines")[0].GetString().ShouldBe(read);
    }

    [Fact]
    public void A_name_may_hold_half_of_a_pair_too() =>
        _service.Send(TestRequest.Chat($$""" "\ud83d": 1, "messages": {{TestRequest.Messages("hello")}} """)).Reply().ShouldBe("One: hello");

    [Fact]
    public void A_body_that_ends_too_early_is_wrong_at_its_end()
    {
        const string Body = "{\n \"a\" : [ 1 , -2.5e3 ,\r\n \"b\\u00e9\\n\", true , false , null , { } ,\n { \"c\" : [ ] } ] , \"d\" : { \"e\" : 1 } \n}";
        for (var length = 1; length < Body.Length; length++)
        {
            var cut = Body[..length];
            var lines = cut.Split('\n');
            Message(cut).ShouldBe($"The body is not valid JSON: line {lines.Length}, byte {lines[^1].Length + 1}.", cut);
        }
    }

    [Theory]
    [InlineData("{\"a\":01}", 1, 7)]
    [InlineData("{\"a\":1,}", 1, 8)]
    [InlineData("{\n\"a\": \"b\\x\"}", 2, 9)]
    [InlineData("{\n\"a\": \"b\nc\"}", 2, 8)]
    [InlineData("{\"é\":\n [1 2]}", 2, 5)]
    [InlineData("{\"a\":[}", 1, 7)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{\"a\":NaN}", 1, 6)]
    [InlineData("{\"a\":[[[1]]], \"b\":\"\\ud83d\", c", 1, 29)]
    public void An_error_says_where_a_body_stops_to_be_JSON(string body, int line, int position) =>
        Message(body).ShouldBe($"The body is not valid JSON: line {line}, byte {position}.");

    [Fact]
    public void Letters_and_emoji_are_sent_as_they_are_and_ends_of_lines_as_escapes()
    {
        const string Odd = "é 你 😀 \u00a0 ' < & \u0001 \u007f \u0085 \u2028 \u2029 \" \\ \n";

        var response = _service.Send(TestRequest.Post("/v1/responses", JsonSerializer.Serialize(new { input = "hello", metadata = new Dictionary<string, string> { [Odd] = Odd } })));

        const string Escaped = "\"é 你 😀 \u00a0 ' < & \\u0001 \\u007F \\u0085 \\u2028 \\u2029 \\\" \\\\ \\n\"";
        response.Text().ShouldContain($"{{{Escaped}:{Escaped}}}");
    }

    [Theory]
    [InlineData("identity")]
    [InlineData(" Identity ")]
    public void The_encoding_identity_is_none(string encoding) =>
        _service.Send(TestRequest.Says("hello").With("content-encoding", encoding)).Reply().ShouldBe("One: hello");

    [Fact]
    public void The_content_type_is_not_asked() =>
        _service.Send(TestRequest.Says("hello").With("content-type", "application/x-www-form-urlencoded")).Reply().ShouldBe("One: hello");

    private string? Message(string body)
    {
        var response = _service.Send(TestRequest.Post("/eliza", body));
        response.ShouldBeError(400).Code.ShouldBe("invalid_json");
        return response.Json().GetProperty("error").GetProperty("message").GetString();
    }
}
