using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Bedrock;

public class BedrockRouteTests
{
    private readonly TestService _service = new();

    [Theory]
    [InlineData("mirror")]
    [InlineData("MIRROR")]
    [InlineData("eliza.mirror-v1:0")]
    [InlineData("eliza.mirror-v12:345")]
    [InlineData("eliza.mirror")]
    [InlineData("mirror-v1:0")]
    [InlineData("us.mirror")]
    [InlineData("eu.eliza.mirror-v1:0")]
    [InlineData("global.eliza.mirror-v1:0")]
    [InlineData("us-gov.eliza.mirror-v1:0")]
    [InlineData("openai/mirror")]
    [InlineData("converse/mirror")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/mirror")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/eliza.mirror-v1:0")]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.eliza.mirror-v1:0")]
    [InlineData("arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Feliza.mirror-v1%3A0")]
    [InlineData("eliza.mirror-v1%3A0")]
    public void A_model_is_found_by_every_id_that_a_client_may_send(string id)
    {
        foreach (var slash in (string[])["", "/"])
            _service.Send(TestRequest.Bedrock(TestRequest.Turns("hello"), model: id) with { Path = $"/model/{id}/converse{slash}" }).ConverseReply().ShouldBe("Hello");
        _service.LastLog().GetProperty("model").GetString().ShouldBe("mirror", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void A_script_whose_name_looks_like_an_id_is_found_by_its_name()
    {
        var service = new TestService(scripts: [Scripts.Mirror, Scripts.UsMirror]);
        service.Send(TestRequest.Bedrock(TestRequest.Turns("hello"), model: "us.mirror")).ConverseReply().ShouldBe("Here: hello");
        service.Send(TestRequest.Bedrock(TestRequest.Turns("hello"), model: "eu.us.mirror-v1:0")).ConverseReply().ShouldBe("Here: hello");
        service.Send(TestRequest.Bedrock(TestRequest.Turns("hello"), model: "us.eliza.mirror-v1:0")).ConverseReply().ShouldBe("Hello");
    }

    [Theory]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("gpt-4o")]
    [InlineData("eliza.")]
    [InlineData("us.eliza.-v1:0")]
    [InlineData("mirror-v1")]
    [InlineData("mirror-vx:0")]
    [InlineData("mirror-v1:")]
    [InlineData("mirror/")]
    [InlineData("%")]
    [InlineData(" ")]
    public void Any_other_id_is_no_model(string id)
    {
        foreach (var operation in (string[])["converse", "converse-stream"])
        {
            _service.Send(TestRequest.Bedrock(TestRequest.Turns("hello"), operation, id)).ShouldBeBedrockError(404)
                .ShouldBe(("ResourceNotFoundException", "The model does not exist. GET /foundation-models lists the models."));
        }
    }

    [Theory]
    [InlineData("/model/mirror/apply-guardrail")]
    [InlineData("/model/mirror")]
    [InlineData("/model/mirror/Converse")]
    [InlineData("/model//converse")]
    [InlineData("/model/")]
    [InlineData("/Model/mirror/converse")]
    public void Any_other_path_is_nothing(string path) => _service.Send(TestRequest.Bedrock(TestRequest.Turns("hello")) with { Path = path }).Status.ShouldBe(404);

    [Theory]
    [InlineData("POST", "/guardrail/gr-1/version/1/apply")]
    [InlineData("POST", "/async-invoke")]
    [InlineData("GET", "/async-invoke/arn:aws:bedrock:us-east-1:123456789012:async-invoke/1")]
    [InlineData("POST", "/model/mirror/invoke-with-bidirectional-stream")]
    [InlineData("GET", "/foundation-models/eliza.mirror-v1:0")]
    public void What_Bedrock_serves_and_Eliza_does_not_is_a_bad_request_which_takes_nothing_out_of_service(string method, string path) =>
        _service.Send(new TestRequest(method, path)).ShouldBeBedrockError(400)
            .ShouldBe(("ValidationException", "This endpoint is not supported: ELIZA only talks. GET / says what there is."));

    [Theory]
    [InlineData("GET", "/model/mirror/converse", "POST, OPTIONS")]
    [InlineData("PUT", "/model/mirror/converse-stream", "POST, OPTIONS")]
    [InlineData("DELETE", "/model/mirror/invoke", "POST, OPTIONS")]
    [InlineData("GET", "/model/mirror/invoke-with-response-stream", "POST, OPTIONS")]
    [InlineData("GET", "/model/mirror/count-tokens", "POST, OPTIONS")]
    [InlineData("POST", "/foundation-models", "GET, HEAD, OPTIONS")]
    public void A_known_path_with_the_wrong_method_says_which_are_right(string method, string path, string allow)
    {
        var response = _service.Send(new TestRequest(method, path));
        response.ShouldBeBedrockError(405).Name.ShouldBe("ValidationException");
        response.Header("allow").ShouldBe(allow);
    }

    [Fact]
    public void Without_headers_to_ask_for_a_preflight_allows_those_of_AWS_client()
    {
        var allowed = _service.Send(new TestRequest("OPTIONS", "/model/mirror/converse")).Header("access-control-allow-headers")!.Split(", ");
        foreach (var name in (string[])["authorization", "content-type", "amz-sdk-invocation-id", "amz-sdk-request", "x-amz-user-agent", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token"])
            allowed.ShouldContain(name);
    }

    [Fact]
    public void The_request_id_is_where_AWS_clients_look_for_it() =>
        _service.Send(TestRequest.Bedrock(TestRequest.Turns("hello")) with { RequestId = "abc" }).Header("x-amzn-requestid").ShouldBe("abc");

    [Fact]
    public void The_list_of_models_has_a_head() => _service.Send(new TestRequest("HEAD", "/foundation-models")).Body.Length.ShouldBe(0);
}
