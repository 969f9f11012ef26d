using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Http;

public class RouteTests
{
    private readonly TestService _service = new();

    [Theory]
    [InlineData("/v1/chat/completions/")]
    [InlineData("/eliza/")]
    public void One_slash_at_the_end_is_ignored(string path) =>
        _service.Send(TestRequest.Says("hello") with { Path = path }).Reply().ShouldBe("One: hello");

    [Theory]
    [InlineData("/V1/chat/completions")]
    [InlineData("//v1/chat/completions")]
    [InlineData("/v1//chat/completions")]
    [InlineData("/v1/chat/completions//")]
    [InlineData("/%2e/eliza")]
    [InlineData("/./eliza")]
    [InlineData("/v1/chat")]
    [InlineData("eliza")]
    [InlineData("/v1/chat/completions\n")]
    public void Any_other_spelling_of_a_path_is_another_path(string path) =>
        _service.Send(TestRequest.Says("hello") with { Path = path }).ShouldBeError(404).Code.ShouldBe("unknown_url");

    [Fact]
    public void The_query_is_ignored() =>
        _service.Send(TestRequest.Says("hello") with { Query = "api-version=2024-10-21" }).Reply().ShouldBe("One: hello");

    [Fact]
    public void The_alias_that_LiteLLM_asks_for_lists_the_models() =>
        _service.Send(TestRequest.Get("/v1/v1/models")).Text().ShouldBe(_service.Send(TestRequest.Get("/v1/models")).Text());

    [Theory]
    [InlineData("/v1/models/counter", "counter")]
    [InlineData("/v1/models/openai/counter", "openai/counter")]
    [InlineData("/v1/models/eliza-lambda", "eliza-lambda")]
    public void A_model_is_found_by_the_names_that_requests_may_use(string path, string id) =>
        _service.Send(TestRequest.Get(path)).Json().GetProperty("id").GetString().ShouldBe(id);

    [Fact]
    public void A_model_that_is_not_there_is_not_found() =>
        _service.Send(TestRequest.Get("/v1/models/gpt-4o")).ShouldBeError(404).ShouldBe(("model_not_found", "model"));

    [Theory]
    [InlineData("GET", "/v1/chat/completions", "POST, OPTIONS")]
    [InlineData("HEAD", "/eliza", "POST, OPTIONS")]
    [InlineData("DELETE", "/chat", "POST, OPTIONS")]
    [InlineData("PUT", "/v1/completions", "POST, OPTIONS")]
    [InlineData("get", "/v1/responses", "POST, OPTIONS")]
    [InlineData("POST", "/v1/models", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/v1/models/counter", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/health", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/", "GET, HEAD, OPTIONS")]
    public void A_known_path_with_the_wrong_method_says_which_are_right(string method, string path, string allow)
    {
        var response = _service.Send(new TestRequest(method, path));
        response.Status.ShouldBe(405);
        response.Header("allow").ShouldBe(allow);
        if (method != "HEAD")
            response.ShouldBeError(405).Code.ShouldBe("method_not_allowed");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/v1/models")]
    [InlineData("/v1/models/counter")]
    public void Head_has_the_status_and_headers_of_Get_and_no_body(string path)
    {
        var get = _service.Send(TestRequest.Get(path));
        var head = _service.Send(new TestRequest("HEAD", path));
        head.Status.ShouldBe(get.Status);
        head.Headers.Select(header => $"{header}").ShouldBe(get.Headers.Select(header => $"{header}"));
        head.Body.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("/anything/at/all")]
    [InlineData("/v1/chat/completions")]
    [InlineData("/health")]
    public void Any_path_answers_a_preflight(string path)
    {
        var response = _service.Send(new TestRequest("OPTIONS", path));
        response.Status.ShouldBe(204);
        response.Body.Length.ShouldBe(0);
        response.Header("access-control-allow-headers")!.ShouldContain("authorization, content-type");
    }
}
