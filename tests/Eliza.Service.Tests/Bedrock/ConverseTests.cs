using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Bedrock;

public class ConverseTests
{
    private readonly TestService _service = new();

    private string Reply(string members) => _service.Send(TestRequest.Bedrock(members)).ConverseReply();

    private string StopReason(string members) =>
        _service.Send(TestRequest.Bedrock(members)).Json().GetProperty("stopReason").GetString()!;

    [Fact]
    public void The_conversation_is_rebuilt_from_the_messages_of_the_user()
    {
        Reply(TestRequest.Turns("a")).ShouldBe("One: a");
        Reply(TestRequest.Turns("a", "b")).ShouldBe("Two: b");
        Reply(TestRequest.Turns("my cat is old", "recall")).ShouldBe("Earlier: cat is old");
    }

    [Fact]
    public void Blocks_of_text_and_of_guarded_text_are_joined_and_all_others_ignored() =>
        Reply("""
            "messages": [{"role":"user","content":[
              {"text":"hello"}, {"image":{"format":"png","source":{"bytes":"AA=="}}}, {"guardContent":{"text":{"text":"there","qualifiers":["query"]}}},
              {"guardContent":{"image":{"format":"png","source":{"bytes":"AA=="}}}}, {"guardContent":null}, {"guardContent":{"text":null}},
              {"document":{"name":"x","format":"txt","source":{"text":"no"}}}, {"toolResult":{"toolUseId":"1","content":[{"text":"no"}]}},
              {"cachePoint":{"type":"default"}}, {"reasoningContent":{"reasoningText":{"text":"no"}}}, {"video":{}}, {"audio":{}}, {"toolUse":{}},
              {"citationsContent":{"content":[{"text":"no"}]}}, {"searchResult":{}}, {"heard of tomorrow":["no"]}, {}, {"text":null}, {"text":"again"}]}]
            """).ShouldBe("One: hello there again");

    [Fact]
    public void What_the_assistant_said_is_skipped_whatever_it_is() =>
        Reply("""
            "messages": [{"role":"user","content":[{"text":"a"}]}, {"role":"assistant","content":[{"toolUse":{"toolUseId":"1","name":"f","input":{}}}]},
                         {"role":"assistant"}, {"content":7,"role":"assistant"}, {"role":"user","content":[{"text":"b"}]}]
            """).ShouldBe("Two: b");

    [Fact]
    public void Blocks_of_the_system_are_put_in_front_whether_they_come_before_the_messages_or_after()
    {
        const string System = """
            "system": [{"text":"be kind"},{"cachePoint":{"type":"default"}},{"guardContent":{"text":{"text":"and brief"}}},{"text":""}]
            """;
        Reply($"{System}, {TestRequest.Turns("hello")}").ShouldBe("One: be kind and brief hello");
        Reply($"{TestRequest.Turns("a", "hello")}, {System}").ShouldBe("Two: hello");
        Reply($"{TestRequest.Turns("hello")}, \"system\": []").ShouldBe("One: hello");
        Reply($"{TestRequest.Turns("hello")}, \"system\": null").ShouldBe("One: hello");
        TestService.With("SYSTEM_MESSAGES", "ignore").Send(TestRequest.Bedrock($"{System}, {TestRequest.Turns("hello")}")).ConverseReply().ShouldBe("One: hello");
    }

    [Theory]
    [InlineData("[{\"text\":\"\"}]")]
    [InlineData("[]")]
    [InlineData("[{\"image\":{}}]")]
    public void An_empty_text_is_a_turn_like_any_other(string content) =>
        Reply($$""" "messages": [{"role":"user","content":{{content}}}] """).ShouldBe("One:");

    [Fact]
    public void Consecutive_messages_of_the_user_are_lines_of_their_own() =>
        Reply("""  "messages": [{"role":"user","content":[{"text":"a"}]},{"role":"user","content":[{"text":"b"}]}] """).ShouldBe("Two: b");

    [Fact]
    public void A_reply_ends_by_itself_or_at_a_stop_sequence_or_at_the_most_words()
    {
        var turns = TestRequest.Turns("a b c");
        Reply(turns).ShouldBe("One: a b c");
        StopReason(turns).ShouldBe("end_turn");

        var stopped = $$"""{{turns}}, "inferenceConfig": {"stopSequences": ["zz", "c", " b", ""]} """;
        Reply(stopped).ShouldBe("One: a");
        StopReason(stopped).ShouldBe("stop_sequence");

        var cut = $$"""{{turns}}, "inferenceConfig": {"maxTokens": 2, "stopSequences": ["c"]} """;
        Reply(cut).ShouldBe("One: a");
        StopReason(cut).ShouldBe("max_tokens");
        StopReason($$"""{{turns}}, "inferenceConfig": {"maxTokens": 4} """).ShouldBe("end_turn");
    }

    [Fact]
    public void As_many_as_2500_stop_sequences_are_read()
    {
        _service.Send(Stopped(2500)).ConverseReply().ShouldBe("One: a");
        _service.Send(Stopped(2501)).ShouldBeBedrockError(400).ShouldBe(
            ("ValidationException", "'inferenceConfig.stopSequences' must have at most 2500 items."));

        static TestRequest Stopped(int count) => TestRequest.Bedrock(
            $$"""{{TestRequest.Turns("a")}}, "inferenceConfig": {"stopSequences": [{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"x{i}\""))}}]} """);
    }

    [Fact]
    public void A_seed_starts_elsewhere_and_the_same_seed_at_the_same_place()
    {
        string Seeded(string seed) => Reply($$"""{{TestRequest.Turns("a")}}, "additionalModelRequestFields": {{seed}} """);
        var replies = Enumerable.Range(0, 20).Select(seed => Seeded($$"""{"top_k":5,"seed":{{seed}}}""")).ToList();
        replies.Distinct().Count().ShouldBeGreaterThan(1);
        for (var seed = 0; seed < 20; seed++)
            _service.Send(TestRequest.Chat($"\"seed\": {seed}, \"messages\": {TestRequest.Messages("a")}")).Reply().ShouldBe(replies[seed]);
        foreach (var none in (string[])["{}", "null", "[1]", "\"seed\"", "7", """{"seed":null}"""])
            Seeded(none).ShouldBe("One: a");
    }

    [Theory]
    [InlineData("\"toolConfig\":{\"tools\":[{\"toolSpec\":{}}],\"toolChoice\":{\"any\":{}}}")]
    [InlineData("\"promptVariables\":{\"a\":{\"text\":\"b\"}}")]
    [InlineData("\"requestMetadata\":{\"a\":\"b\"}")]
    [InlineData("\"performanceConfig\":{\"latency\":\"optimized\"}")]
    [InlineData("\"serviceTier\":{\"type\":\"flex\"}")]
    [InlineData("\"additionalModelResponseFieldPaths\":[\"/stop_sequence\"]")]
    [InlineData("\"guardrailConfig\":null")]
    [InlineData("\"guardrailConfig\":{\"guardrailIdentifier\":\"\",\"guardrailVersion\":\"\",\"trace\":\"disabled\"}")]
    [InlineData("\"outputConfig\":{\"effort\":\"low\"}")]
    [InlineData("\"outputConfig\":{\"textFormat\":{\"type\":\"text\"}}")]
    [InlineData("\"inferenceConfig\":null")]
    [InlineData("\"inferenceConfig\":{\"temperature\":1,\"topP\":0.5,\"maxTokens\":null,\"stopSequences\":null,\"topK\":[]}")]
    [InlineData("\"model\":\"gpt-4o\",\"stream\":5,\"unheard of\":[{}]")]
    public void What_does_not_matter_is_ignored(string member) => Reply($"{member}, {TestRequest.Turns("a")}").ShouldBe("One: a");

    [Fact]
    public void The_limits_are_those_of_the_other_contracts()
    {
        Error(TestRequest.Turns([.. Enumerable.Repeat("x", 2049)])).ShouldBe(
            "Input is too long for requested model. This model's maximum context length is 4096 messages. 'messages' has more.");
        Error(TestRequest.Turns(new string('w', 32769))).ShouldStartWith("Input is too long for requested model. ");
        Error($$""" "system": [{"text":"{{new string('w', 32769)}}"},{"text":"x"}], {{TestRequest.Turns("x")}}""").ShouldContain("'system[0]'");
        Error($"\"x\": {new string('[', 64)}{new string(']', 64)}").ShouldBe("The body is nested deeper than 64 levels.");

        string Error(string members) => _service.Send(TestRequest.Bedrock(members)).ShouldBeBedrockError(400).Message;
    }
}
