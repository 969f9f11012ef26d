using Eliza.Function.Tests.Support;
using Eliza.Testing;

namespace Eliza.Function.Tests.Contract;

/// <summary>Every route and every shape of answer, to the byte, headers included.</summary>
public class ResponseSnapshots
{
    private readonly Service _service = new();

    private string Answer(Request request) => _service.Send(request).Whole();

    [Fact]
    public void A_chat_completion() => Answer(Request.Says("my name is Zoë", "hello")).ShouldMatchSnapshot();

    [Fact]
    public void A_chat_completion_of_three_choices() =>
        Answer(Request.Chat($"\"n\": 3, \"model\": \"openai/counter\", \"messages\": {Request.Messages("hello")}")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_chat_completion() =>
        Answer(Request.Chat($"\"stream\": true, \"messages\": {Request.Messages("hello there")}")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_chat_completion_with_usage() =>
        Answer(Request.Chat($$"""
            "stream": true, "stream_options": {"include_usage": true}, "messages": {{Request.Messages("hello there")}}
            """)).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_chat_completion_of_two_choices_cut_to_two_words() =>
        Answer(Request.Chat($$"""
            "stream": true, "n": 2, "max_tokens": 2, "messages": {{Request.Messages("hello there")}}
            """)).ShouldMatchSnapshot();

    [Fact]
    public void The_short_path_of_chat_completions() =>
        Answer(Request.Says("hello") with { Path = "/eliza" }).ShouldMatchSnapshot();

    [Fact]
    public void The_flat_form() =>
        Answer(Request.Post("/chat", """{"messages":[{"role":"user","content":"hello"}],"temperature":0.5,"max_tokens":20}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_legacy_completion() =>
        Answer(Request.Post("/v1/completions", """{"model":"counter","prompt":"hello"}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_legacy_completion_of_two_prompts_with_two_choices_each() =>
        Answer(Request.Post("/v1/completions", """{"prompt":["hello","my goodness"],"n":2}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_legacy_completion() =>
        Answer(Request.Post("/v1/completions", """{"prompt":"hello","stream":true,"stream_options":{"include_usage":true}}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_response() =>
        Answer(Request.Post("/v1/responses", """
            {"model":"counter","input":"hello","instructions":"Be brief.","metadata":{"ticket":"7"},"temperature":0.2,"top_p":0.9}
            """)).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_response() =>
        Answer(Request.Post("/v1/responses", """{"input":"hello there","stream":true}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_response_that_is_cut() =>
        Answer(Request.Post("/v1/responses", """{"input":"hello there","stream":true,"max_output_tokens":1}""")).ShouldMatchSnapshot();

    [Fact]
    public void The_models() => Answer(Request.Get("/v1/models")).ShouldMatchSnapshot();

    [Fact]
    public void One_model() => Answer(Request.Get("/v1/models/mirror")).ShouldMatchSnapshot();

    [Fact]
    public void Health() => Answer(Request.Get("/health")).ShouldMatchSnapshot();

    [Fact]
    public void The_page_for_people() => Answer(Request.Get("/")).ShouldMatchSnapshot();

    [Fact]
    public void A_preflight() => Answer(new Request("OPTIONS", "/v1/chat/completions")).ShouldMatchSnapshot();

    [Fact]
    public void Head_of_health() => Answer(new Request("HEAD", "/health")).ShouldMatchSnapshot();

    [Fact]
    public void The_proxy_form_for_API_Gateway() =>
        Proxy.Whole(_service.Send(Request.Says("say \"hé\"\\n"))).ShouldMatchSnapshot();

    [Fact]
    public void The_prelude_of_a_stream_on_Lambda() =>
        Proxy.Prelude(_service.Send(Request.Chat($"\"stream\": true, \"messages\": {Request.Messages("hello")}"))).ShouldMatchSnapshot();
}
