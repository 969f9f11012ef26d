using System.Text;
using System.Text.Json;
using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Bedrock;

public class InvokeTests
{
    private readonly TestService _service = new();

    [Fact]
    public void An_invocation_is_a_chat_completion_of_the_model_in_the_path()
    {
        var response = _service.Send(TestRequest.Bedrock($$""" "model": "gpt-4o", "stream": true, "n": 2, "messages": {{TestRequest.Messages("hello")}}""", "invoke", "eliza.mirror-v1:0"));
        response.IsStreamed.ShouldBeFalse();
        response.Reply(1).ShouldBe("Hello");
        response.Json().GetProperty("model").GetString().ShouldBe("mirror");
    }

    [Fact]
    public void Each_chunk_of_a_streamed_invocation_is_one_of_a_streamed_chat_completion()
    {
        const string Members = """ "stream": false, "n": 2, "max_tokens": 2, "stream_options": {"include_usage": true}, "messages": [{"role":"user","content":"a b"}] """;
        var chunks = _service.Send(TestRequest.Bedrock(Members, "invoke-with-response-stream")).Frames();
        chunks.ShouldAllBe(frame => frame.Type == "chunk");

        var chat = new TestService().Send(TestRequest.Chat(Members.Replace("\"stream\": false", "\"stream\": true, \"model\": \"eliza-lambda\"", StringComparison.Ordinal)));
        chunks.Select(frame => Encoding.UTF8.GetString(frame.Json.GetProperty("bytes").GetBytesFromBase64())).ShouldBe(chat.Events()[..^1]);
    }

    [Theory]
    [InlineData("invoke")]
    [InlineData("invoke-with-response-stream")]
    [InlineData("converse")]
    public void A_guardrail_in_a_header_is_refused(string operation) =>
        _service.Send(TestRequest.Bedrock($"\"messages\": {TestRequest.Messages("hello")}", operation).With("x-amzn-bedrock-guardrailidentifier", "gr-1"))
            .ShouldBeBedrockError(400).Name.ShouldBe("ValidationException");

    [Theory]
    [InlineData("""{"converse":{"messages":[{"role":"user","content":[{"text":"one two"}]}],"system":[{"text":"three"}]}}""")]
    [InlineData("""{"invokeModel":{"body":"BODY"}}""")]
    public void What_is_counted_is_what_ELIZA_hears(string input)
    {
        var body = Convert.ToBase64String("""{"messages":[{"role":"system","content":"three"},{"role":"user","content":"one two"}]}"""u8);
        var response = _service.Send(TestRequest.Bedrock($"\"input\": {input.Replace("BODY", body, StringComparison.Ordinal)}", "count-tokens"));
        response.Text().ShouldBe("""{"inputTokens":3}""");
    }

    [Fact]
    public void What_is_counted_is_what_the_answer_says_of_its_input()
    {
        var turns = TestRequest.Turns("my cat is old", "recall", "");
        var counted = _service.Send(TestRequest.Bedrock($$$""" "input": {"converse": {{{{turns}}}}} """, "count-tokens")).Json().GetProperty("inputTokens").GetInt32();
        counted.ShouldBe(_service.Send(TestRequest.Bedrock(turns)).Json().GetProperty("usage").GetProperty("inputTokens").GetInt32());
    }

    [Fact]
    public void The_models_that_are_listed_are_the_models_that_answer()
    {
        var models = _service.Send(TestRequest.Get("/foundation-models")).Json().GetProperty("modelSummaries").EnumerateArray().ToList();
        models.Count.ShouldBe(2);
        foreach (var id in models.SelectMany(model => (JsonElement[])[model.GetProperty("modelId"), model.GetProperty("modelArn"), model.GetProperty("modelName")]))
            _service.Send(TestRequest.Bedrock(TestRequest.Turns("hello"), model: id.GetString()!)).Status.ShouldBe(200);
    }
}
