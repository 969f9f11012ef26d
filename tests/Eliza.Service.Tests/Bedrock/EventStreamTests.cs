using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Bedrock;

public class EventStreamTests
{
    // A message as botocore reads and writes it.
    private const string MessageStart =
        "000000760000005296d5fade0b3a6576656e742d7479706507000c6d65737361676553746172740d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576656e747b22726f6c65223a22617373697374616e74227d6fa8c599";

    private readonly TestService _service = new();

    [Fact]
    public void The_first_frame_is_the_vector_that_AWS_client_reads() =>
        Convert.ToHexStringLower(Stream("hello").Chunk(0).Span).ShouldBe(MessageStart);

    [Fact]
    public void The_events_come_in_the_order_that_clients_expect()
    {
        var frames = Stream("hello there").Frames();
        frames.Select(frame => frame.Type).ShouldBe(
            ["messageStart", "contentBlockDelta", "contentBlockDelta", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata"]);
        foreach (var frame in frames)
            frame.Headers.Select(header => $"{header.Key} {header.Value}").ShouldBe([$":event-type {frame.Type}", ":content-type application/json", ":message-type event"]);
    }

    [Theory]
    [InlineData("hello Zoë, 你好 😀 \\ \" \u0001")]
    [InlineData("")]
    public void A_stream_is_the_whole_reply_in_pieces(string line)
    {
        var whole = _service.Send(TestRequest.Bedrock(TestRequest.Turns(line)));
        var streamed = Stream(line);
        streamed.StreamedConverseReply().ShouldBe(whole.ConverseReply());
        var metadata = streamed.Frames()[^1].Json;
        metadata.GetProperty("usage").ToString().ShouldBe(whole.Json().GetProperty("usage").ToString());
        metadata.GetProperty("metrics").ToString().ShouldBe(whole.Json().GetProperty("metrics").ToString());
    }

    [Fact]
    public void A_long_reply_is_streamed_in_at_most_64_pieces()
    {
        var line = string.Join(' ', Enumerable.Repeat("ha", 1_000));
        Stream(line).StreamedConverseReply().ShouldBe($"One: {line}");
        Stream(line).ChunkCount.ShouldBeLessThanOrEqualTo(64 + 4);
    }

    [Fact]
    public void A_response_that_is_used_again_is_text_again()
    {
        var response = Stream("hello");
        _service.SendAgain(TestRequest.Get("/health"), response);
        response.IsBinary.ShouldBeFalse();
        response.IsStreamed.ShouldBeFalse();
    }

    [Fact]
    public void An_error_is_no_stream()
    {
        var response = _service.Send(TestRequest.Bedrock("", "converse-stream"));
        response.ShouldBeBedrockError(400);
        response.IsBinary.ShouldBeFalse();
        response.IsStreamed.ShouldBeFalse();
    }

    private Response Stream(string line) => _service.Send(TestRequest.Bedrock(TestRequest.Turns(line), "converse-stream"));
}
