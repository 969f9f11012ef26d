using System.Text;
using System.Text.Json;
using Eliza.Function.Tests.Support;
using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Function.Tests.Gateway;

/// <summary>The responses that Lambda gets.</summary>
public class ProxyResponseTests
{
    private readonly TestFunction _function = new();

    [Fact]
    public void A_whole_answer() =>
        Proxy.Whole(_function.Send(TestRequest.Says("say \"hé\"\\n"))).ShouldMatchSnapshot();

    [Fact]
    public void The_prelude_of_a_stream() =>
        Proxy.Prelude(_function.Send(TestRequest.Chat($"\"stream\": true, \"messages\": {TestRequest.Messages("hello")}"))).ShouldMatchSnapshot();

    [Fact]
    public void A_whole_answer_that_is_no_text_goes_in_base64()
    {
        var response = _function.Send(TestRequest.Bedrock(TestRequest.Turns("hé"), "converse-stream"));
        Proxy.Whole(response).ShouldMatchSnapshot();
        var sent = JsonDocument.Parse(Proxy.Whole(response)).RootElement;
        sent.GetProperty("isBase64Encoded").GetBoolean().ShouldBeTrue();
        EventFrame.ReadAll(sent.GetProperty("body").GetBytesFromBase64()).Count.ShouldBe(response.ChunkCount);
    }

    [Fact]
    public void An_error_where_frames_were_asked_for_goes_as_text() =>
        Proxy.Whole(_function.Send(TestRequest.Bedrock("", "converse-stream"))).ShouldContain("\"isBase64Encoded\":false");

    [Theory]
    [InlineData("converse-stream", "")]
    [InlineData("invoke-with-response-stream", "\"n\": 32, \"stream_options\": {\"include_usage\": true},")]
    public void The_largest_event_stream_fits_what_Lambda_takes(string operation, string more)
    {
        foreach (var character in (string[])["\\u0001", "\\\\", "€", "\\ud83d\\ude00"])
        {
            var words = string.Concat(Enumerable.Repeat($"{character}{character}{character}{character}{character}{character}{character} ", 2_000));
            var content = operation == "converse-stream" ? $$"""[{"text":"{{words}}"}]""" : $"\"{words}\"";
            var members = $$"""{{more}} "messages": [{"role":"user","content":{{content}} }]""";
            var response = _function.Send(TestRequest.Bedrock(members, operation, "mirror"));
            response.Status.ShouldBe(200);
            Encoding.UTF8.GetByteCount(Proxy.Whole(response)).ShouldBeLessThan(6 * 1024 * 1024);
        }
    }

    [Theory]
    [InlineData("\\u0001")]
    [InlineData("\\\\")]
    [InlineData("€")]
    [InlineData("\\ud83d\\ude00")]
    public void The_largest_answer_fits_what_Lambda_takes(string character)
    {
        var words = string.Concat(Enumerable.Repeat($"{character}{character}{character}{character}{character}{character}{character} ", 2_000));
        var response = _function.Send(TestRequest.Chat($$"""
            "model": "mirror", "n": 128, "stream": true, "messages": [{"role":"user","content":"{{words}}"}]
            """));
        response.Status.ShouldBe(200);
        Encoding.UTF8.GetByteCount(Proxy.Whole(response)).ShouldBeLessThan(6 * 1024 * 1024);
    }
}
