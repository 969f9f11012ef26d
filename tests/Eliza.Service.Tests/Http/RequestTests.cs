using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Http;

public class RequestTests
{
    private readonly TestService _service = new();

    [Theory]
    [InlineData("a b")]
    [InlineData("a\r\nset-cookie: x")]
    [InlineData("é")]
    [InlineData("")]
    [InlineData(null)]
    public void A_request_id_that_could_break_a_header_is_replaced(string? id) =>
        _service.Send(TestRequest.Get("/health") with { RequestId = id }).Header("x-request-id").ShouldBe("00000001");

    [Fact]
    public void A_response_that_is_used_again_holds_nothing_of_the_last_answer()
    {
        var service = new TestService();
        var response = service.Send(TestRequest.Chat($"\"stream\": true, \"messages\": {TestRequest.Messages("hello")}"));
        response.IsStreamed.ShouldBeTrue();
        service.SendAgain(TestRequest.Get("/health"), response);
        response.Whole().ShouldBe(service.Send(TestRequest.Get("/health")).Whole());
        response.IsStreamed.ShouldBeFalse();
    }
}
