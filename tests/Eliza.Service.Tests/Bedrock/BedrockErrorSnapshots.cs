using System.Text;
using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Service.Tests.Bedrock;

/// <summary>Every error of the Bedrock endpoints in a table: the request and the whole answer.</summary>
public class BedrockErrorSnapshots
{
    private static readonly string Hello = TestRequest.Turns("hello");

    [Fact]
    public void Each_member_that_is_wrong()
    {
        var service = new TestService();
        var table = new StringBuilder();
        foreach (var members in (string[])[
            "", "\"messages\":null", "\"messages\":5", "\"messages\":{}", "\"messages\":[]", "\"messages\":[5]", "\"messages\":[{}]",
            """ "messages":[{"role":"user"}] """, """ "messages":[{"role":"user","content":null}] """, """ "messages":[{"role":"user","content":"hello"}] """,
            """ "messages":[{"role":7,"content":[{"text":"hello"}]}] """, """ "messages":[{"role":"system","content":[{"text":"hello"}]}] """,
            """ "messages":[{"role":"user","content":["hello"]}] """, """ "messages":[{"role":"user","content":[{"text":5}]}] """,
            """ "messages":[{"role":"user","content":[{"guardContent":5}]}] """, """ "messages":[{"role":"user","content":[{"guardContent":{"text":"x"}}]}] """,
            """ "messages":[{"role":"user","content":[{"guardContent":{"text":{"text":5}}}]}] """,
            """ "messages":[{"role":"assistant","content":[{"text":"hello"}]}] """,
            $"\"messages\":[{string.Join(',', Enumerable.Repeat("""{"role":"assistant"}""", 429))},5]",
            $"\"system\":5,{Hello}", $"\"system\":[5],{Hello}", $$""" "system":[{"text":5}],{{Hello}}""",
            $"\"inferenceConfig\":5,{Hello}", $$""" "inferenceConfig":{"maxTokens":0},{{Hello}}""", $$""" "inferenceConfig":{"maxTokens":1.5},{{Hello}}""",
            $$""" "inferenceConfig":{"temperature":1.1},{{Hello}}""", $$""" "inferenceConfig":{"temperature":-1},{{Hello}}""", $$""" "inferenceConfig":{"topP":2},{{Hello}}""",
            $$""" "inferenceConfig":{"topP":"1"},{{Hello}}""", $$""" "inferenceConfig":{"stopSequences":5},{{Hello}}""", $$""" "inferenceConfig":{"stopSequences":[5]},{{Hello}}""",
            $$""" "additionalModelRequestFields":{"seed":"x"},{{Hello}}""", $"\"guardrailConfig\":5,{Hello}",
            $$""" "guardrailConfig":{"guardrailIdentifier":"gr-1","guardrailVersion":"1"},{{Hello}}""",
            $"\"outputConfig\":5,{Hello}", $$""" "outputConfig":{"textFormat":{"type":"json_schema","structure":{} } },{{Hello}}""",
        ])
        {
            table.Append(Row(members.Length > 400 ? "429 messages, and 5" : members.Trim(), service.Send(TestRequest.Bedrock(members))));
        }
        table.ToString().ShouldMatchSnapshot();
    }

    [Fact]
    public void Each_body_that_is_wrong_of_the_other_operations()
    {
        var service = new TestService();
        var table = new StringBuilder();
        foreach (var (operation, members) in ((string, string)[])[
            ("converse-stream", ""), ("invoke", ""), ("invoke", "\"messages\":5"), ("invoke-with-response-stream", "\"n\":0"),
            ("invoke-with-response-stream", $"\"n\":33,\"messages\":{TestRequest.Messages("hello")}"),
            ("count-tokens", ""), ("count-tokens", "\"input\":5"), ("count-tokens", "\"input\":null"), ("count-tokens", "\"input\":{}"),
            ("count-tokens", "\"input\":{\"converse\":5}"), ("count-tokens", "\"input\":{\"converse\":{}}"), ("count-tokens", "\"input\":{\"invokeModel\":5}"),
            ("count-tokens", "\"input\":{\"invokeModel\":{}}"), ("count-tokens", "\"input\":{\"invokeModel\":{\"body\":5}}"),
            ("count-tokens", "\"input\":{\"invokeModel\":{\"body\":\"*\"}}"), ("count-tokens", "\"input\":{\"invokeModel\":{\"body\":\"\"}}"),
            ("count-tokens", "\"input\":{\"invokeModel\":{\"body\":\"eyJ4IjpdfQ==\"}}"), ("count-tokens", "\"input\":{\"invokeModel\":{\"body\":\"e30=\"}}"),
        ])
        {
            table.Append(Row($"{operation} {members}", service.Send(TestRequest.Bedrock(members, operation))));
        }
        table.ToString().ShouldMatchSnapshot();
    }

    [Fact]
    public void Each_body_that_is_no_object_of_JSON()
    {
        var service = new TestService();
        var table = new StringBuilder();
        foreach (var body in (string[])["", " ", "null", "[]", "{", "{\"a\":1,}", "{\"a\":1}{}", "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"x\"]}]}"])
            table.Append(Row(body, service.Send(TestRequest.Post("/model/counter/converse", body))));
        table.Append(Row("bytes that are no UTF-8", service.Send(TestRequest.PostBytes("/model/counter/converse", [0xFF]))));
        table.ToString().ShouldMatchSnapshot();
    }

    [Fact]
    public void A_wrong_model_whole() => new TestService().Send(TestRequest.Bedrock(Hello, model: "anthropic.claude-v2:1")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void An_unknown_operation_whole() => new TestService().Send(TestRequest.Bedrock(Hello, "nothing")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_wrong_method_whole() => new TestService().Send(TestRequest.Get("/model/counter/converse")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_missing_key_whole() => Locked().Send(TestRequest.Bedrock(Hello)).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_wrong_key_whole() => Locked().Send(TestRequest.Bedrock(Hello).With("authorization", "Bearer wrong")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_refused_caller_whole() => TestService.With("ALLOWED_CALLER_CIDR", "10.0.0.0/8").Send(TestRequest.Bedrock(Hello)).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_configuration_that_cannot_be_read_whole() =>
        TestService.With("LOG_REQUESTS", "maybe").Send(TestRequest.Get("/foundation-models")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_body_that_is_too_large_whole() =>
        new TestService().Send(TestRequest.PostBytes("/model/counter/converse", new byte[(1 << 20) + 1])).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_compressed_body_whole() => new TestService().Send(TestRequest.Bedrock(Hello).With("content-encoding", "gzip")).Whole().ShouldMatchSnapshot();

    [Fact]
    public void A_fault_whole()
    {
        var service = new ElizaService(new Settings(), () => throw new InvalidOperationException("hello"), _ => { }, new FixedClock(), () => "id");
        var response = new Response();
        service.Begin(TestRequest.Bedrock(Hello).ToRequest(), response).ShouldBeTrue();
        service.Answer(TestRequest.Bedrock(Hello).Body, response);
        response.Whole().ShouldMatchSnapshot();
    }

    private static TestService Locked() => TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY", "secret"));

    private static string Row(string sent, Response response)
    {
        response.ShouldBeBedrockError(400).Name.ShouldBe("ValidationException");
        return $"{sent}\n  {response.Text()}\n";
    }
}
