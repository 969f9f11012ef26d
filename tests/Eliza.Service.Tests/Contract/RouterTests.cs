using System.Text.RegularExpressions;
using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Contract;

/// <summary>
/// How LiteLLM's router treats an error. It searches the whole error for statuses and phrases, and takes a model out of
/// service for some statuses (litellm/litellm_core_utils/exception_mapping_utils.py and router_utils/cooldown_handlers.py, 1.80.9).
/// </summary>
public class RouterTests
{
    private readonly TestService _service = new();

    public static TheoryData<string, string> TooFar => new()
    {
        { "/v1/chat/completions", $$"""{"messages":[{{Repeat("{\"role\":\"user\",\"content\":\"Hi.\"}", 429)}},{"role":"user","content":{{Words(5000)}}}]}""" },
        { "/v1/chat/completions", $$"""{"messages":[{{Repeat("{\"role\":\"user\",\"content\":\"Hi.\"}", 503)}},{"role":7}]}""" },
        { "/v1/chat/completions", $$"""{"messages":[{"role":"user","content":[{{Repeat("{\"type\":\"text\",\"text\":\"a\"}", 401)}},5]}]}""" },
        { "/v1/chat/completions", $$"""{"messages":[{"role":"user","content":[{{Repeat("{\"type\":\"text\",\"text\":\"a\"}", 408)}},{"type":"hologram"}]}]}""" },
        { "/v1/responses", $$"""{"input":[{{Repeat("{\"role\":\"user\",\"content\":\"Hi.\"}", 500)}},{"role":"user","content":{{Words(5000)}}}]}""" },
        { "/v1/completions", $$"""{"prompt":[{{Repeat("\"Hi.\"", 127)}},5]}""" },
        { "/v1/chat/completions", $$"""{"messages":"{{new string(' ', 413)}}" x""" },
        { "/v1/chat/completions", new string('\n', 428) + "{x" },
    };

    [Theory]
    [MemberData(nameof(TooFar))]
    public void No_number_that_the_caller_chose_from_100_up_stands_in_an_error(string path, string body)
    {
        var response = _service.Send(TestRequest.Post(path, body));

        response.ShouldBeError(400);
        Regex.Matches(response.Text(), @"\d{3,}").Select(match => match.Value)
            .Except(["4096", "32768", "128"]).ShouldBeEmpty(response.Text());
    }

    [Fact]
    public void Up_to_99_the_place_is_told()
    {
        var body = $$"""{"messages":[{{Repeat("{\"role\":\"user\",\"content\":\"Hi.\"}", 99)}},{"role":7}]}""";
        _service.Send(TestRequest.Post("/v1/chat/completions", body)).ShouldBeError(400).Param.ShouldBe("messages[99].role");
        _service.Send(TestRequest.Post("/v1/chat/completions", body.Replace("[{\"role\"", "[{\"role\":\"user\",\"content\":\"\"},{\"role\"", StringComparison.Ordinal)))
            .ShouldBeError(400).Param.ShouldBe("messages");
    }

    [Theory]
    [InlineData("POST", "/v1/embeddings")]
    [InlineData("POST", "/v1/images/generations")]
    [InlineData("POST", "/v1/audio/transcriptions")]
    [InlineData("POST", "/v1/moderations")]
    [InlineData("GET", "/v1/files/file-1/content")]
    [InlineData("GET", "/v1/batches")]
    [InlineData("POST", "/v1/assistants")]
    [InlineData("DELETE", "/v1/threads/thread_1")]
    [InlineData("GET", "/v1/vector_stores")]
    [InlineData("GET", "/v1/realtime")]
    [InlineData("POST", "/v1/chatkit/sessions")]
    [InlineData("GET", "/v1/skills")]
    [InlineData("POST", "/v1/fine_tuning/jobs")]
    [InlineData("GET", "/v1/responses/resp_1")]
    [InlineData("GET", "/v1/chat/completions/chatcmpl-1")]
    public void What_OpenAI_serves_and_Eliza_does_not_is_a_bad_request_which_takes_nothing_out_of_service(string method, string path)
    {
        var response = _service.Send(new TestRequest(method, path));
        response.ShouldBeError(400).Code.ShouldBe("unsupported_endpoint");
        response.Text().ShouldContain("\"type\":\"invalid_request_error\"");
    }

    [Theory]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/embeddingsx")]
    [InlineData("/embeddings")]
    [InlineData("/v1/")]
    public void What_nobody_serves_is_not_found(string path)
    {
        var response = _service.Send(TestRequest.Get(path));
        response.ShouldBeError(404).Code.ShouldBe("unknown_url");
        response.Text().ShouldContain("\"type\":\"invalid_request_error\"");
    }

    [Fact]
    public void A_line_or_a_conversation_that_is_too_long_falls_back_to_a_model_that_takes_more()
    {
        foreach (var request in (TestRequest[])[
            TestRequest.Chat($"\"messages\":[{{\"role\":\"user\",\"content\":{Words(5000)}}}]"),
            TestRequest.Says([.. Enumerable.Repeat("Hi.", 4097)]),
            TestRequest.Post("/v1/responses", $$"""{"input":{{Words(5000)}}}"""),
            TestRequest.Post("/v1/completions", $$"""{"prompt":{{Words(5000)}}}""")])
        {
            var response = _service.Send(request);
            response.ShouldBeError(400).Code.ShouldBe("context_length_exceeded");
            response.Json().GetProperty("error").GetProperty("message").GetString()!.ShouldStartWith("This model's maximum context length is ");
        }
    }

    [Theory]
    [InlineData("\"required\"")]
    [InlineData("""{"type":"function","function":{"name":"f"}}""")]
    [InlineData("""{"type":"function","name":"f"}""")]
    [InlineData("\"any\"")]
    [InlineData("5")]
    public void Who_must_have_a_call_of_a_tool_is_told_that_there_will_be_none(string choice)
    {
        _service.Send(TestRequest.Chat($"\"tool_choice\":{choice},\"messages\":{TestRequest.Messages("hello")}")).ShouldBeError(400).ShouldBe(("unsupported_value", "tool_choice"));
        _service.Send(TestRequest.Post("/v1/responses", $"{{\"tool_choice\":{choice},\"input\":\"hello\"}}")).ShouldBeError(400).ShouldBe(("unsupported_value", "tool_choice"));
    }

    [Theory]
    [InlineData("""{"type":"hologram","hologram":{}}""", "unsupported_value", "messages[0].content[1].type")]
    [InlineData("""{"text":"hello"}""", "missing_required_parameter", "messages[0].content[1].type")]
    [InlineData("""{"type":null,"text":"hello"}""", "missing_required_parameter", "messages[0].content[1].type")]
    public void A_part_of_an_unknown_type_is_an_error(string part, string code, string param) =>
        _service.Send(TestRequest.Chat($$""" "messages":[{"role":"user","content":[{"type":"text","text":"a"},{{part}}]}] """)).ShouldBeError(400).ShouldBe((code, param));

    [Theory]
    [InlineData("image_url")]
    [InlineData("input_audio")]
    [InlineData("file")]
    [InlineData("input_image")]
    [InlineData("refusal")]
    public void A_part_that_Eliza_cannot_hear_is_left_out(string type) =>
        _service.Send(TestRequest.Chat($$""" "messages":[{"role":"user","content":[{"type":"{{type}}"},{"type":"text","text":"hello"}]}] """)).Reply().ShouldBe("One: hello");

    [Theory]
    [InlineData("/v1/chat/completions", "\"messages\":[{\"role\":\"user\",\"content\":\"hello there\"}]")]
    [InlineData("/v1/completions", "\"prompt\":\"hello there\"")]
    public void In_a_stream_of_several_choices_all_texts_come_before_the_first_finish(string path, string asked)
    {
        var events = _service.Send(TestRequest.Post(path, $"{{\"stream\":true,\"n\":3,{asked}}}")).Events();
        var finishes = events.Select(data => data.Contains("\"finish_reason\":\"", StringComparison.Ordinal)).ToList();
        finishes.Count(isFinish => isFinish).ShouldBe(3);
        finishes.SkipLast(1).TakeLast(3).ShouldAllBe(isFinish => isFinish);
    }

    /// <summary>
    /// <c>supports_system_message: False</c>, as in map_system_message_pt of litellm/litellm_core_utils/prompt_templates/factory.py. The
    /// text of a system message and a blank are put before the text of the next message.
    /// </summary>
    [Fact]
    public void System_prompts_that_LiteLLM_joins_to_what_follows_cannot_be_left_out_and_get_lost_before_the_assistant()
    {
        const string Apart = """[{"role":"system","content":"be kind"},{"role":"user","content":"hello"}]""";
        const string Joined = """[{"role":"user","content":"be kind hello"}]""";
        var ignoring = TestService.With("SYSTEM_MESSAGES", "ignore");
        Reply(_service, Apart).ShouldBe(Reply(_service, Joined));
        Reply(ignoring, Apart).ShouldBe("One: hello");
        Reply(ignoring, Joined).ShouldBe("One: be kind hello");

        const string BeforeAssistant = """[{"role":"system","content":"be kind"},{"role":"assistant","content":"Hi."},{"role":"user","content":"hello"}]""";
        Reply(_service, BeforeAssistant).ShouldBe("One: be kind hello");
        Reply(_service, """[{"role":"assistant","content":"be kind Hi."},{"role":"user","content":"hello"}]""").ShouldBe("One: hello");

        static string Reply(TestService service, string messages) => service.Send(TestRequest.Chat($"\"messages\":{messages}")).Reply();
    }

    [Fact]
    public void A_preflight_allows_the_headers_that_it_asks_for()
    {
        const string Asked = "authorization,content-type,http-referer,traceparent,user-agent,x-title";
        Allowed(Asked).ShouldBe(Asked);
        foreach (var bad in (string[])["", " ", "a\r\nb: c", "é", "a;b", new string('a', 5000)])
            Allowed(bad).ShouldStartWith("authorization, content-type, x-api-key");

        string? Allowed(string asked) => _service.Send(new TestRequest("OPTIONS", "/v1/chat/completions").With("access-control-request-headers", asked))
            .Header("access-control-allow-headers");
    }

    [Fact]
    public void No_answer_is_kept_by_a_cache()
    {
        foreach (var path in (string[])["/", "/health", "/v1/models", "/v1/models/counter"])
            _service.Send(TestRequest.Get(path)).Header("cache-control").ShouldBe("no-store");
        _service.Send(TestRequest.Says("hello")).Header("cache-control").ShouldBe("no-store");
    }

    private static string Repeat(string json, int times) => string.Join(',', Enumerable.Repeat(json, times));

    private static string Words(int count) => $"\"{string.Join(' ', Enumerable.Repeat("w", count))}\"";
}
