using System.Text;
using Eliza.Function.Tests.Support;

namespace Eliza.Function.Tests.Http;

public class EventTests
{
    private readonly Service _service = new();

    [Fact]
    public void An_event_needs_no_more_than_a_method() =>
        _service.Send("""{"requestContext":{"http":{"method":"GET"}}}"""u8.ToArray()).Text().ShouldStartWith("ELIZA");

    [Fact]
    public void The_path_of_the_context_stands_in_for_the_raw_path() =>
        _service.Send("""{"requestContext":{"http":{"method":"GET","path":"/health"}}}"""u8.ToArray()).Text().ShouldBe("""{"status":"ok"}""");

    [Fact]
    public void Nulls_and_other_types_count_as_absent() =>
        _service.Send("""
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
        _service.Send(Encoding.UTF8.GetBytes(json)).ShouldBeError(400).Code.ShouldBe("unknown_event");

    [Fact]
    public void An_event_that_is_not_UTF8_gets_a_clear_error() =>
        _service.Send([.. "{\"rawPath\":\""u8, 0xFF, .. "\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}"u8])
            .ShouldBeError(400).Code.ShouldBe("unknown_event");

    [Fact]
    public void The_gateways_request_id_is_given_back() =>
        _service.Send(Request.Get("/health") with { RequestId = "JKJaXmPLvHcESHA=" }).Header("x-request-id").ShouldBe("JKJaXmPLvHcESHA=");

    [Theory]
    [InlineData("a b")]
    [InlineData("a\r\nset-cookie: x")]
    [InlineData("é")]
    [InlineData("")]
    [InlineData(null)]
    public void A_request_id_that_could_break_a_header_is_replaced(string? id) =>
        _service.Send(Request.Get("/health") with { RequestId = id }).Header("x-request-id").ShouldBe("00000001");

    [Fact]
    public void A_response_that_is_used_again_holds_nothing_of_the_last_answer()
    {
        var service = new Service();
        var response = service.Send(Request.Chat($"\"stream\": true, \"messages\": {Request.Messages("hello")}"));
        response.IsStreamed.ShouldBeTrue();
        service.SendAgain(Request.Get("/health"), response);
        response.Whole().ShouldBe(service.Send(Request.Get("/health")).Whole());
        response.IsStreamed.ShouldBeFalse();
    }
}
