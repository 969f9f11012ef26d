using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Contract;

public class ParameterTests
{
    private readonly TestService _service = new();

    private Response Send(string members, params string[] lines) =>
        _service.Send(TestRequest.Chat($"{members}, \"messages\": {TestRequest.Messages(lines)}"));

    [Fact]
    public void N_gives_the_next_reassemblies_in_turn()
    {
        var response = Send("\"n\": 4", "x", "hello");
        Enumerable.Range(0, 4).Select(response.Reply).ShouldBe(["Two: hello", "Three: hello", "One: hello", "Two: hello"]);
    }

    [Fact]
    public void N_recalls_the_same_memory_in_each_choice()
    {
        var response = Send("\"n\": 2", "my cat is old", "recall");
        response.Reply(0).ShouldBe("Earlier: cat is old");
        response.Reply(1).ShouldBe("Earlier: cat is old");
    }

    [Fact]
    public void Usage_counts_what_was_heard_and_all_that_was_said()
    {
        var usage = Send("\"n\": 2", " one  two\n", "three").Json().GetProperty("usage");
        usage.GetProperty("prompt_tokens").GetInt32().ShouldBe(3);
        usage.GetProperty("completion_tokens").GetInt32().ShouldBe(4);
        usage.GetProperty("total_tokens").GetInt32().ShouldBe(7);
    }

    [Fact]
    public void Usage_counts_the_system_messages_that_are_heard_and_no_others()
    {
        const string Messages = """ "messages": [{"role":"system","content":"be kind"},{"role":"user","content":"hello"},{"role":"assistant","content":"a b c"},{"role":"user","content":"hello"}] """;
        Prompt(_service).ShouldBe(4);
        Prompt(TestService.With("SYSTEM_MESSAGES", "ignore")).ShouldBe(2);

        static int Prompt(TestService service) =>
            service.Send(TestRequest.Chat(Messages)).Json().GetProperty("usage").GetProperty("prompt_tokens").GetInt32();
    }

    [Theory]
    [InlineData("\"max_tokens\": 2", "One: hello", "length")]
    [InlineData("\"max_tokens\": 3", "One: hello there", "stop")]
    [InlineData("\"max_tokens\": 1, \"max_completion_tokens\": 2", "One: hello", "length")]
    [InlineData("\"max_completion_tokens\": 2, \"max_tokens\": 1", "One: hello", "length")]
    [InlineData("\"max_tokens\": 1, \"max_completion_tokens\": null", "One:", "length")]
    [InlineData("\"stop\": \"there\"", "One: hello ", "stop")]
    [InlineData("\"stop\": [\"there\", \"hello\"]", "One: ", "stop")]
    [InlineData("\"stop\": [\"never\"]", "One: hello there", "stop")]
    [InlineData("\"stop\": \"\"", "One: hello there", "stop")]
    [InlineData("\"stop\": [\"One\"]", "", "stop")]
    [InlineData("\"stop\": [\"there\"], \"max_tokens\": 2", "One: hello ", "stop")]
    [InlineData("\"stop\": [\"there\"], \"max_tokens\": 1", "One:", "length")]
    public void Stop_and_max_tokens_cut_the_reply_the_same_way_whole_and_streamed(string members, string text, string reason)
    {
        var whole = Send(members, "hello there");
        whole.Reply().ShouldBe(text);
        whole.FinishReason().ShouldBe(reason);

        var streamed = Send($"\"stream\": true, {members}", "hello there");
        streamed.StreamedReplies()[0].ShouldBe(text);
        streamed.Text().ShouldContain($"\"finish_reason\":\"{reason}\"");
    }

    [Fact]
    public void The_same_seed_gives_the_same_reply_and_some_seeds_give_others()
    {
        Reply(7).ShouldBe(Reply(7));
        Enumerable.Range(0, 20).Select(Reply).Distinct().Count().ShouldBe(3);

        string Reply(int seed) => Send($"\"seed\": {seed}", "hello").Reply();
    }

    [Fact]
    public void Nulls_are_absent_parameters()
    {
        var response = Send("""
            "model": null, "stream": null, "stream_options": null, "n": null, "stop": null, "max_tokens": null,
            "max_completion_tokens": null, "seed": null, "temperature": null, "top_p": null, "presence_penalty": null,
            "frequency_penalty": null, "user": null, "metadata": null, "response_format": null, "tools": null, "tool_choice": null
            """, "hello");
        response.Reply().ShouldBe("One: hello");
    }

    [Fact]
    public void Parameters_that_mean_nothing_to_Eliza_are_ignored()
    {
        var response = Send("""
            "temperature": 2, "top_p": 0, "presence_penalty": -2, "frequency_penalty": 2, "user": "u", "metadata": {"a": {"b": 1}},
            "store": true, "service_tier": "flex", "parallel_tool_calls": false, "logit_bias": {"1": 2}, "logprobs": true,
            "reasoning_effort": "low", "verbosity": 5, "modalities": ["text"], "prediction": {}, "prompt_cache_key": [], "top_k": -1,
            "tools": [], "tool_choice": "auto", "response_format": {"type": "text"}, "never_heard_of": {"deep": [[[{}]]]}
            """, "hello");
        response.Reply().ShouldBe("One: hello");
    }

    [Fact]
    public void Of_a_parameter_given_twice_the_last_counts() =>
        Send("\"model\": \"mirror\", \"n\": 3, \"model\": \"counter\", \"n\": null", "hello")
            .Json().GetProperty("choices").GetArrayLength().ShouldBe(1);

    [Fact]
    public void The_flat_form_gives_one_reply_whole_whatever_is_asked() =>
        _service.Send(TestRequest.Post("/chat", $$"""{"n": 3, "stream": true, "messages": {{TestRequest.Messages("hello")}}}"""))
            .Json().GetProperty("content").GetString().ShouldBe("One: hello");
}
