using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Contract;

public class ConversationTests
{
    private readonly TestService _service = new();

    private string Reply(string messages) => _service.Send(TestRequest.Chat($"\"messages\": {messages}")).Reply();

    [Fact]
    public void The_conversation_is_rebuilt_from_the_messages_of_the_user()
    {
        _service.Send(TestRequest.Says("a", "b")).Reply().ShouldBe("Two: b");
        _service.Send(TestRequest.Says("a", "b", "c", "d")).Reply().ShouldBe("One: d");
    }

    [Fact]
    public void The_same_messages_give_the_same_reply_every_time()
    {
        for (var i = 0; i < 3; i++)
            _service.Send(TestRequest.Says("my cat is old", "recall")).Reply().ShouldBe("Earlier: cat is old");
    }

    [Fact]
    public void What_the_assistant_and_the_tools_said_is_skipped() =>
        Reply("""
            [{"role":"user","content":"a"},
             {"role":"assistant","content":"my my my","refusal":null,"annotations":[],"audio":null,"tool_calls":null,"reasoning_content":"x"},
             {"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]},
             {"role":"assistant","tool_calls":[]},
             {"role":"tool","tool_call_id":"1","content":"my my"},
             {"role":"function","name":"f","content":null},
             {"role":"user","content":"b"}]
            """).ShouldBe("Two: b");

    [Fact]
    public void System_messages_are_put_before_the_user_message_that_follows() =>
        Reply("""
            [{"role":"system","content":"be kind"},{"role":"developer","content":"and brief"},{"role":"assistant","content":"x"},
             {"role":"user","content":"hello"}]
            """).ShouldBe("One: be kind and brief hello");

    [Fact]
    public void A_system_message_after_the_last_user_message_is_not_heard() =>
        Reply("""[{"role":"user","content":"hello"},{"role":"system","content":"be kind"}]""").ShouldBe("One: hello");

    [Fact]
    public void System_messages_can_be_left_out() =>
        TestService.With("SYSTEM_MESSAGES", "ignore")
            .Send(TestRequest.Chat("""  "messages": [{"role":"system","content":"be kind"},{"role":"user","content":"hello"}] """))
            .Reply().ShouldBe("One: hello");

    [Fact]
    public void Content_may_be_parts_whose_texts_are_joined_and_whose_images_are_ignored() =>
        Reply("""
            [{"role":"system","content":[{"type":"text","text":"be kind"}]},
             {"role":"user","content":[{"type":"text","text":"hello"},{"type":"image_url","image_url":{"url":"data:"}},
                                       {"type":"input_audio"},{"type":"file"},{"type":"text","text":"there"}]}]
            """).ShouldBe("One: be kind hello there");

    [Theory]
    [InlineData("""[{"role":"user","content":""}]""")]
    [InlineData("""[{"role":"user","content":[]}]""")]
    [InlineData("""[{"role":"user","content":[{"type":"image_url"}]}]""")]
    public void An_empty_text_is_a_turn_like_any_other(string messages) => Reply(messages).ShouldBe("One:");

    [Fact]
    public void A_conversation_that_was_ended_goes_on() =>
        _service.Send(TestRequest.Says("a", "bye", "b")).Reply().ShouldBe("Two: b");

    [Fact]
    public void A_thousand_turns_are_replayed() =>
        _service.Send(TestRequest.Says([.. Enumerable.Range(1, 1_000).Select(i => $"line {i}")])).Reply().ShouldBe("One: line 1000");

    [Fact]
    public void Without_a_model_doctor_answers()
    {
        var response = new TestService(scripts: Scripts.All).Send(TestRequest.Says("Men are all alike."));
        response.Reply().ShouldBe("In what way?", StringCompareShould.IgnoreCase);
        response.Json().GetProperty("model").GetString().ShouldBe("doctor");
    }

    [Theory]
    [InlineData("mirror", "Hello")]
    [InlineData("openai/mirror", "Hello")]
    [InlineData("MIRROR", "Hello")]
    [InlineData("eliza-lambda", "One: hello")]
    [InlineData("openai/eliza-lambda", "One: hello")]
    public void A_model_is_named_and_its_name_comes_back(string model, string reply)
    {
        var response = _service.Send(TestRequest.Chat($"\"model\": \"{model}\", \"messages\": {TestRequest.Messages("hello")}"));
        response.Reply().ShouldBe(reply);
        response.Json().GetProperty("model").GetString().ShouldBe(model);
    }

    [Fact]
    public void The_list_of_input_items_of_the_Responses_contract_is_a_conversation() =>
        _service.Send(TestRequest.Post("/v1/responses", """
            {"instructions": "be kind", "input": [
              {"role":"user","content":"a"},
              {"type":"message","role":"assistant","id":"msg_1","status":"completed","content":[{"type":"output_text","text":"my my","annotations":[]}]},
              {"type":"reasoning","id":"rs_1","summary":[]},
              {"type":"function_call","call_id":"c","name":"f","arguments":"{}"},
              {"type":"function_call_output","call_id":"c","output":"my"},
              {"type":"item_reference","id":"msg_1"},
              {"type":"message","role":"developer","content":"and brief"},
              {"type":"message","role":"user","content":[{"type":"input_text","text":"hello"},{"type":"input_image"}]}]}
            """)).Text().ShouldContain("\"text\":\"Two: and brief hello\"");

    [Fact]
    public void Each_prompt_of_a_legacy_completion_is_a_conversation_of_its_own() =>
        _service.Send(TestRequest.Post("/v1/completions", """{"prompt":["a","b"]}""")).Json().GetProperty("choices")
            .EnumerateArray().Select(choice => choice.GetProperty("text").GetString()).ShouldBe(["One: a", "One: b"]);
}
