using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Service.Tests.Contract;

/// <summary>Every route and every form of answer, byte by byte, with headers.</summary>
public class ResponseSnapshots
{
    private readonly TestService _service = new();

    private string Answer(TestRequest request) => _service.Send(request).Whole();

    [Fact]
    public void A_chat_completion() => Answer(TestRequest.Says("my name is Zoë", "hello")).ShouldMatchSnapshot();

    [Fact]
    public void A_chat_completion_of_three_choices() =>
        Answer(TestRequest.Chat($"\"n\": 3, \"model\": \"openai/counter\", \"messages\": {TestRequest.Messages("hello")}")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_chat_completion() =>
        Answer(TestRequest.Chat($"\"stream\": true, \"messages\": {TestRequest.Messages("hello there")}")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_chat_completion_with_usage() =>
        Answer(TestRequest.Chat($$"""
            "stream": true, "stream_options": {"include_usage": true}, "messages": {{TestRequest.Messages("hello there")}}
            """)).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_chat_completion_of_two_choices_cut_to_two_words() =>
        Answer(TestRequest.Chat($$"""
            "stream": true, "n": 2, "max_tokens": 2, "messages": {{TestRequest.Messages("hello there")}}
            """)).ShouldMatchSnapshot();

    [Fact]
    public void The_short_path_of_chat_completions() =>
        Answer(TestRequest.Says("hello") with { Path = "/eliza" }).ShouldMatchSnapshot();

    [Fact]
    public void The_flat_form() =>
        Answer(TestRequest.Post("/chat", """{"messages":[{"role":"user","content":"hello"}],"temperature":0.5,"max_tokens":20}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_legacy_completion() =>
        Answer(TestRequest.Post("/v1/completions", """{"model":"counter","prompt":"hello"}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_legacy_completion_of_two_prompts_with_two_choices_each() =>
        Answer(TestRequest.Post("/v1/completions", """{"prompt":["hello","my goodness"],"n":2}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_legacy_completion() =>
        Answer(TestRequest.Post("/v1/completions", """{"prompt":"hello","stream":true,"stream_options":{"include_usage":true}}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_response() =>
        Answer(TestRequest.Post("/v1/responses", """
            {"model":"counter","input":"hello","instructions":"Be brief.","metadata":{"ticket":"7"},"temperature":0.2,"top_p":0.9}
            """)).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_response() =>
        Answer(TestRequest.Post("/v1/responses", """{"input":"hello there","stream":true}""")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_response_that_is_cut() =>
        Answer(TestRequest.Post("/v1/responses", """{"input":"hello there","stream":true,"max_output_tokens":1}""")).ShouldMatchSnapshot();

    [Fact]
    public void The_models() => Answer(TestRequest.Get("/v1/models")).ShouldMatchSnapshot();

    [Fact]
    public void One_model() => Answer(TestRequest.Get("/v1/models/mirror")).ShouldMatchSnapshot();

    [Fact]
    public void Health() => Answer(TestRequest.Get("/health")).ShouldMatchSnapshot();

    [Fact]
    public void The_page_for_people() => Answer(TestRequest.Get("/")).ShouldMatchSnapshot();

    [Fact]
    public void A_preflight() => Answer(new TestRequest("OPTIONS", "/v1/chat/completions")).ShouldMatchSnapshot();

    [Fact]
    public void Head_of_health() => Answer(new TestRequest("HEAD", "/health")).ShouldMatchSnapshot();
}
