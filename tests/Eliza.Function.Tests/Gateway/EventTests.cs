using System.Text;
using Eliza.Function.Tests.Support;
using Eliza.Service;
using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Function.Tests.Gateway;

public class EventTests
{
    private readonly TestFunction _function = new();

    [Fact]
    public void An_event_needs_no_more_than_a_method() =>
        _function.Send("""{"requestContext":{"http":{"method":"GET"}}}"""u8.ToArray()).Text().ShouldStartWith("ELIZA");

    [Fact]
    public void The_path_of_the_context_stands_in_for_the_raw_path() =>
        _function.Send("""{"requestContext":{"http":{"method":"GET","path":"/health"}}}"""u8.ToArray()).Text().ShouldBe("""{"status":"ok"}""");

    [Fact]
    public void Nulls_and_other_types_count_as_absent() =>
        _function.Send("""
            {"version":null,"rawPath":7,"rawQueryString":null,"headers":null,"cookies":{},"queryStringParameters":null,"pathParameters":null,
             "body":null,"isBase64Encoded":null,"stageVariables":[],
             "requestContext":{"identity":null,"stage":{},"requestId":[],"authorizer":null,"http":{"method":"GET","path":"/health","sourceIp":5}}}
            """u8.ToArray()).Text().ShouldBe("""{"status":"ok"}""");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"requestContext":{"http":{}}}""")]
    [InlineData("""{"requestContext":{"http":{"method":""}}}""")]
    [InlineData("""{"requestContext":{"http":{"method":"GET"}}} x""")]
    [InlineData("""{"version":"1.0","httpMethod":"GET","path":"/health","requestContext":{"identity":{"sourceIp":"127.0.0.1"}}}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs"}]}""")]
    public void An_event_of_another_kind_gets_a_clear_error(string json) =>
        _function.Send(Encoding.UTF8.GetBytes(json)).ShouldBeError(400).Code.ShouldBe("unknown_event");

    [Fact]
    public void An_event_that_is_not_UTF8_gets_a_clear_error() =>
        _function.Send([.. "{\"rawPath\":\""u8, 0xFF, .. "\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}"u8])
            .ShouldBeError(400).Code.ShouldBe("unknown_event");

    [Theory]
    [InlineData("""{"headers":{"x-title":"cut \ud83d"},"requestContext":{"http":{"method":"GET","path":"/health"}}}""")]
    [InlineData("""{"headers":{"\ude00":"a"},"requestContext":{"http":{"method":"GET","path":"/health"}}}""")]
    [InlineData("""{"\ud83d":1,"rawQueryString":"\ud83d","requestContext":{"requestId":"\ud83d","\ud83d":2,"http":{"method":"GET","path":"/health","sourceIp":"\ud83d"}}}""")]
    public void Half_of_a_surrogate_pair_in_an_event_is_the_replacement_character_as_in_a_body(string json) =>
        _function.Send(Encoding.UTF8.GetBytes(json)).Text().ShouldBe("""{"status":"ok"}""");

    [Fact]
    public void So_it_is_in_the_path_and_in_a_body_that_the_event_escapes_once_more()
    {
        _function.Send("""{"rawPath":"/\ud83d","requestContext":{"http":{"method":"GET"}}}"""u8.ToArray()).ShouldBeError(404).Code.ShouldBe("unknown_url");
        const string Body = """{\"messages\":[{\"role\":\"user\",\"content\":\"a HALF b\"}]}""";
        foreach (var half in (string[])["\\ud83d", "\\\\ud83d"])
        {
            _function.Send(Encoding.UTF8.GetBytes($$$"""
                {"requestContext":{"http":{"method":"POST","path":"/eliza"}},"body":"{{{Body.Replace("HALF", half, StringComparison.Ordinal)}}}"}
                """)).Reply().ShouldBe("One: a b"); // the character is no letter, so it separates words
        }
    }

    [Fact]
    public void The_gateways_request_id_is_given_back() =>
        _function.Send(TestRequest.Get("/health") with { RequestId = "JKJaXmPLvHcESHA=" }).Header("x-request-id").ShouldBe("JKJaXmPLvHcESHA=");

    [Fact]
    public void An_event_of_another_kind_whole() =>
        _function.Send("""{"Records":[]}"""u8.ToArray()).Whole().ShouldMatchSnapshot();

    [Theory]
    [InlineData("prod", "/prod/eliza")]
    [InlineData("prod", "/eliza")]
    [InlineData("v1", "/v1/chat/completions")]
    [InlineData("v1", "/v1/v1/chat/completions")]
    public void The_stage_may_stand_in_front_of_the_path(string stage, string path) =>
        _function.Send(TestRequest.Says("hello") with { Path = path, Stage = stage }).Reply().ShouldBe("One: hello");

    [Theory]
    [InlineData(SampleEvents.HttpApi, "/model/arn:aws:bedrock:us-east-1::foundation-model/eliza.mirror-v1:0/converse")]
    [InlineData(SampleEvents.HttpApi, "/prod/model/arn:aws:bedrock:us-east-1::foundation-model/eliza.mirror-v1:0/converse")]
    [InlineData(SampleEvents.HttpApi, "/prod/model/mirror/converse")]
    [InlineData(SampleEvents.FunctionUrl, "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Feliza.mirror-v1%3A0/converse")]
    [InlineData(SampleEvents.FunctionUrl, "/model/arn%253Aaws%253Abedrock%253Aus-east-1%253A%253Afoundation-model%252Feliza.mirror-v1%253A0/converse")]
    [InlineData("eliza.example.org", "/bots/model/us.eliza.mirror-v1:0/converse")]
    [InlineData("eliza.example.org", "/model/us.eliza.mirror-v1:0/converse")]
    public void The_id_of_a_Bedrock_model_is_found_as_each_front_end_delivers_it(string domain, string path)
    {
        var sent = TestRequest.Bedrock(TestRequest.Turns("hello")) with { Path = path, Stage = "prod" };
        var inDomain = Encoding.UTF8.GetString(sent.ToEvent()).Replace("\"stage\":", $"\"domainName\":\"{domain}\",\"stage\":", StringComparison.Ordinal);
        _function.Send(Encoding.UTF8.GetBytes(inDomain)).ConverseReply().ShouldBe("Hello");
    }

    [Fact]
    public void A_body_that_cannot_be_decoded_is_an_error_in_the_form_of_its_door() =>
        _function.Send("""{"requestContext":{"http":{"method":"POST","path":"/model/mirror/invoke"}},"body":"*","isBase64Encoded":true}"""u8.ToArray())
            .ShouldBeBedrockError(400).Name.ShouldBe("ValidationException");

    [Theory]
    [InlineData("eliza.example.com", "/eliza/v1/models/counter", 200)]
    [InlineData("eliza.example.com", "/bots/eliza/v1/models/counter/", 200)]
    [InlineData("eliza.example.com", "/eliza/nothing", 404)]
    [InlineData("abcdefghij.execute-api.eu-central-1.amazonaws.com", "/eliza/v1/models/counter", 404)]
    [InlineData(SampleEvents.FunctionUrl, "/eliza/v1/models/counter", 404)]
    [InlineData(SampleEvents.FunctionUrl, "/v1/models/openai%2Fcounter", 200)]
    [InlineData(SampleEvents.FunctionUrl, "/v1/models/openai%252Fcounter", 404)]
    [InlineData("abcdefghij.execute-api.eu-central-1.amazonaws.com", "/v1/models/openai/counter", 200)]
    [InlineData("abcdefghij.execute-api.eu-central-1.amazonaws.com", "/v1/models/openai%2Fcounter", 404)]
    public void The_key_of_an_API_mapping_may_stand_in_front_behind_a_domain_and_only_the_path_of_a_Function_URL_is_decoded(string domain, string path, int status) =>
        _function.Send(Encoding.UTF8.GetBytes($$$"""{"rawPath":"{{{path}}}","requestContext":{"http":{"method":"GET"},"stage":"$default","domainName":"{{{domain}}}"}}"""))
            .Status.ShouldBe(status);

    [Theory]
    [InlineData("/prod")]
    [InlineData("/prod/")]
    public void The_stage_alone_is_the_root(string path) =>
        _function.Send(TestRequest.Get(path) with { Stage = "prod" }).Text().ShouldStartWith("ELIZA");

    [Fact]
    public void The_legacy_address_is_the_last_resort()
    {
        var service = new TestFunction(new Settings(AllowedCallers: "203.0.113.7"));
        service.Send(TestRequest.Get("/health") with { SourceIp = null, LegacySourceIp = "203.0.113.7" }).Status.ShouldBe(200);
        service.Send(TestRequest.Get("/health") with { SourceIp = "1.1.1.1", LegacySourceIp = "203.0.113.7" }).Status.ShouldBe(403);
        service.Send(TestRequest.Get("/health") with { SourceIp = null }).Status.ShouldBe(403);
    }

    [Fact]
    public void A_body_in_base64_is_decoded() =>
        _function.Send(TestRequest.PostBytes("/eliza", Encoding.UTF8.GetBytes($$"""{"messages": {{TestRequest.Messages("hé")}}}""")))
            .Reply().ShouldBe("One: hé");

    [Fact]
    public void A_body_that_is_said_to_be_base64_and_is_not_is_an_error() =>
        _function.Send("""{"requestContext":{"http":{"method":"POST","path":"/chat"}},"body":"*","isBase64Encoded":true}"""u8.ToArray())
            .ShouldBeError(400).Code.ShouldBe("invalid_base64");
}
