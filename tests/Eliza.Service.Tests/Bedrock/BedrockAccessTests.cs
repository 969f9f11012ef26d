using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Bedrock;

public class BedrockAccessTests
{
    private const string Signature =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d67";

    private static readonly TestRequest Hello = TestRequest.Bedrock(TestRequest.Turns("hello"));

    [Theory]
    [InlineData("authorization", "Bearer secret", 200)]
    [InlineData("x-api-key", "secret", 200)]
    [InlineData("authorization", "Bearer wrong", 403)]
    [InlineData("authorization", Signature, 403)]
    [InlineData("authorization", "", 403)]
    public void Where_a_key_is_required_only_the_key_opens(string name, string value, int status)
    {
        foreach (var request in (TestRequest[])[Hello, TestRequest.Get("/foundation-models")])
        {
            var response = Locked().Send(request.With(name, value));
            response.Status.ShouldBe(status);
            if (status == 403)
                response.ShouldBeBedrockError(403).Name.ShouldBe("AccessDeniedException");
        }
    }

    [Theory]
    [InlineData(Signature)]
    [InlineData("")]
    public void Who_signs_or_sends_nothing_is_told_of_the_variable_for_the_key(string authorization) =>
        Locked().Send(Hello.With("authorization", authorization).With("x-amz-date", "20261128T000000Z"))
            .ShouldBeBedrockError(403).Message.ShouldContain("AWS_BEARER_TOKEN_BEDROCK");

    [Theory]
    [InlineData("Bearer anything")]
    [InlineData(Signature)]
    public void Where_no_key_is_required_both_are_accepted(string authorization) =>
        new TestService().Send(Hello.With("authorization", authorization)).ConverseReply().ShouldBe("One: hello");

    [Fact]
    public void The_network_is_asked_before_the_key() =>
        TestService.With(("ALLOWED_CALLER_CIDR", "10.0.0.0/8"), ("REQUIRE_API_KEY", "true"), ("API_KEY", "secret"))
            .Send(Hello).ShouldBeBedrockError(403).Message.ShouldStartWith("Your network address");

    [Fact]
    public void The_line_of_the_log_has_what_those_of_the_other_contracts_have()
    {
        var service = TestService.With(("LOG_REQUESTS", "true"), ("API_KEY", "secret"));
        service.Send(TestRequest.Bedrock(TestRequest.Turns("my name is Zoë", "hello"), model: "eliza.counter-v1:0").With("authorization", Signature));
        service.Send(TestRequest.Bedrock(TestRequest.Turns("hello"), "converse-stream"));
        service.Send(TestRequest.Bedrock("", "converse-stream", "secret"));
        service.Send(TestRequest.Bedrock($$$""" "input": {"converse": {{{{TestRequest.Turns("hello")}}}}} """, "count-tokens"));
        Eliza.Testing.Snapshot.ShouldMatchSnapshot(string.Concat(service.Log));
    }

    private static TestService Locked() => TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY", "secret"));
}
