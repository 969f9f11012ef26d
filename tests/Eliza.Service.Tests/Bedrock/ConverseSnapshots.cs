using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Service.Tests.Bedrock;

/// <summary>Every form of answer of the Bedrock endpoints, byte by byte, with headers.</summary>
public class ConverseSnapshots
{
    private readonly TestService _service = new();

    private string Answer(TestRequest request) => _service.Send(request).Whole();

    [Fact]
    public void An_answer() => Answer(TestRequest.Bedrock(TestRequest.Turns("my name is Zoë", "hello"))).ShouldMatchSnapshot();

    [Fact]
    public void An_answer_that_is_cut() =>
        Answer(TestRequest.Bedrock($$"""{{TestRequest.Turns("hello there")}}, "inferenceConfig": {"maxTokens": 2} """)).ShouldMatchSnapshot();

    [Fact]
    public void A_stream() => Answer(TestRequest.Bedrock(TestRequest.Turns("hello Zoë 😀"), "converse-stream")).ShouldMatchSnapshot();

    [Fact]
    public void A_stream_that_is_stopped_before_its_first_word() =>
        Answer(TestRequest.Bedrock($$"""{{TestRequest.Turns("hello")}}, "inferenceConfig": {"stopSequences": ["One"]} """, "converse-stream")).ShouldMatchSnapshot();

    [Fact]
    public void An_invocation() => Answer(TestRequest.Bedrock($"\"messages\": {TestRequest.Messages("hello")}", "invoke")).ShouldMatchSnapshot();

    [Fact]
    public void A_streamed_invocation() =>
        Answer(TestRequest.Bedrock($$""" "stream_options": {"include_usage": true}, "messages": {{TestRequest.Messages("hello")}}""", "invoke-with-response-stream"))
            .ShouldMatchSnapshot();

    [Fact]
    public void Tokens_that_are_counted() =>
        Answer(TestRequest.Bedrock($$$""" "input": {"converse": {{{{TestRequest.Turns("hello there", "friend")}}}}} """, "count-tokens")).ShouldMatchSnapshot();

    [Fact]
    public void The_models() => Answer(TestRequest.Get("/foundation-models")).ShouldMatchSnapshot();

    [Fact]
    public void A_preflight() => Answer(new TestRequest("OPTIONS", "/model/doctor/converse")).ShouldMatchSnapshot();
}
