using System.Text;
using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Contract;

public class LimitTests
{
    private readonly TestService _service = new();

    [Fact]
    public void A_body_of_one_mebibyte_is_read_and_a_byte_more_is_not()
    {
        _service.Send(TestRequest.PostBytes("/v1/chat/completions", Body(1 << 20))).Reply().ShouldBe("One: hello");
        _service.Send(TestRequest.PostBytes("/v1/chat/completions", Body((1 << 20) + 1))).ShouldBeError(413).Code.ShouldBe("payload_too_large");

        static byte[] Body(int length) =>
            Encoding.UTF8.GetBytes($$"""{"messages": {{TestRequest.Messages("hello")}}}""".PadRight(length));
    }

    [Fact]
    public void As_many_as_4096_messages_are_read()
    {
        _service.Send(TestRequest.Says(Lines(4096))).Reply().ShouldBe("One: x");
        _service.Send(TestRequest.Says(Lines(4097))).ShouldBeError(400).ShouldBe(("context_length_exceeded", "messages"));

        static string[] Lines(int count) => [.. Enumerable.Repeat("x", count)];
    }

    [Fact]
    public void As_many_as_64_levels_are_read()
    {
        _service.Send(Deep(63)).Reply().ShouldBe("One: hello");
        _service.Send(Deep(64)).ShouldBeError(400).Code.ShouldBe("json_too_deep");

        static TestRequest Deep(int lists) =>
            TestRequest.Chat($"\"x\": {new string('[', lists)}{new string(']', lists)}, \"messages\": {TestRequest.Messages("hello")}");
    }

    [Fact]
    public void As_many_as_4096_words_are_heard_in_a_line()
    {
        _service.Send(Says(4096)).Status.ShouldBe(200);
        _service.Send(Says(4097)).ShouldBeError(400).ShouldBe(("context_length_exceeded", "messages[0].content"));

        static TestRequest Says(int words) => TestRequest.Says(string.Join(' ', Enumerable.Repeat("w", words)));
    }

    [Fact]
    public void As_many_as_32768_characters_are_heard_in_a_line()
    {
        _service.Send(TestRequest.Says(new string('w', 32768))).Status.ShouldBe(200);
        _service.Send(TestRequest.Says(new string('w', 32769))).ShouldBeError(400).ShouldBe(("context_length_exceeded", "messages[0].content"));
    }

    [Fact]
    public void System_messages_count_towards_the_line_that_they_are_put_before()
    {
        var messages = $$""" "messages": [{"role":"system","content":"{{new string('w', 32768)}}"},{"role":"user","content":"x"}] """;
        _service.Send(TestRequest.Chat(messages)).ShouldBeError(400).ShouldBe(("context_length_exceeded", "messages[0].content"));
        TestService.With("SYSTEM_MESSAGES", "ignore").Send(TestRequest.Chat(messages)).Reply().ShouldBe("One: x");
    }

    [Fact]
    public void A_long_reply_is_streamed_in_at_most_64_pieces()
    {
        var line = string.Join(' ', Enumerable.Repeat("ha", 1_000));
        var response = _service.Send(TestRequest.Chat($"\"stream\": true, \"messages\": {TestRequest.Messages(line)}"));
        response.StreamedReplies()[0].ShouldBe($"One: {line}");
        response.ChunkCount.ShouldBeLessThanOrEqualTo(64 + 3);
    }

    [Fact]
    public void The_choices_share_256_Ki_characters_and_what_is_longer_is_cut()
    {
        var response = _service.Send(TestRequest.Chat($"\"n\": 128, \"messages\": {TestRequest.Messages(new string('w', 32768))}"));
        response.Reply(127).Length.ShouldBe(2048);
        response.FinishReason(127).ShouldBe("length");
    }
}
