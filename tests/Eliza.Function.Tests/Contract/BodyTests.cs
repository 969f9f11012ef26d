using System.Text;
using Eliza.Function.Tests.Support;

namespace Eliza.Function.Tests.Contract;

public class BodyTests
{
    private readonly Service _service = new();

    [Fact]
    public void A_body_in_base64_is_decoded() =>
        _service.Send(Request.PostBytes("/eliza", Encoding.UTF8.GetBytes($$"""{"messages": {{Request.Messages("hé")}}}""")))
            .Reply().ShouldBe("One: hé");

    [Fact]
    public void A_body_that_is_said_to_be_base64_and_is_not_is_an_error() =>
        _service.Send("""{"requestContext":{"http":{"method":"POST","path":"/chat"}},"body":"*","isBase64Encoded":true}"""u8.ToArray())
            .ShouldBeError(400).Code.ShouldBe("invalid_base64");

    [Fact]
    public void A_body_that_is_not_UTF8_is_an_error() =>
        _service.Send(Request.PostBytes("/chat", Encoding.Latin1.GetBytes($$"""{"messages": {{"[{\"role\":\"user\",\"content\":\"h\u00e9\"}]"}}}""")))
            .ShouldBeError(400).Code.ShouldBe("invalid_utf8");

    [Fact]
    public void A_byte_order_mark_is_ignored() =>
        _service.Send(Request.Says("hello") with { Path = "/eliza" }).Reply()
            .ShouldBe(_service.Send(Request.PostBytes("/eliza", [0xEF, 0xBB, 0xBF, .. Request.Says("hello").Body!])).Reply());

    [Theory]
    [InlineData("""a \ud83d b""", "One: a \ufffd b")]
    [InlineData("""a \udE00\ud83D b""", "One: a \ufffd\ufffd b")]
    [InlineData("""a \ud83d\ud83d\ude00 b""", "One: a \ufffd😀 b")]
    [InlineData("""a \ud83d\ude00 b""", "One: a 😀 b")]
    [InlineData("""a \\ud83d b""", @"One: a \ud83d b")]
    public void A_surrogate_without_its_partner_is_read_as_the_replacement_character(string escaped, string reply) =>
        _service.Send(Request.Chat($$""" "messages": [{"role":"user","content":"{{escaped}}"}] """)).Reply().ShouldBe(reply);

    [Theory]
    [InlineData("identity")]
    [InlineData(" Identity ")]
    public void The_encoding_identity_is_none(string encoding) =>
        _service.Send(Request.Says("hello").With("content-encoding", encoding)).Reply().ShouldBe("One: hello");

    [Fact]
    public void The_content_type_is_not_asked() =>
        _service.Send(Request.Says("hello").With("content-type", "application/x-www-form-urlencoded")).Reply().ShouldBe("One: hello");
}
