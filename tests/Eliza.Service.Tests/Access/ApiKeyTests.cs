using System.Security.Cryptography;
using System.Text;
using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Access;

public class ApiKeyTests
{
    private static readonly TestRequest Models = TestRequest.Get("/v1/models");

    private static TestService Locked(string keys = "secret, other") => TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY", keys));

    [Theory]
    [InlineData("authorization", "Bearer secret")]
    [InlineData("Authorization", "bearer secret")]
    [InlineData("authorization", "BEARER   other ")]
    [InlineData("x-api-key", "secret")]
    [InlineData("X-Api-Key", "other")]
    [InlineData("api-key", "secret")]
    public void A_right_key_is_taken_from_any_of_three_headers(string name, string value) =>
        Locked().Send(Models.With(name, value)).Status.ShouldBe(200);

    [Theory]
    [InlineData("authorization", "Bearer Secret")]
    [InlineData("authorization", "Bearer secre")]
    [InlineData("authorization", "Bearer secrets")]
    [InlineData("authorization", "Bearer secret, other")]
    [InlineData("x-api-key", "secret\u0000")]
    [InlineData("x-api-key", "séçret")]
    public void A_wrong_key_is_said_to_be_incorrect(string name, string value)
    {
        var response = Locked().Send(Models.With(name, value));
        response.ShouldBeError(401).Code.ShouldBe("invalid_api_key");
        response.Text().ShouldStartWith("{\"error\":{\"message\":\"Incorrect API key provided");
        response.Header("www-authenticate").ShouldBe("Bearer");
    }

    [Theory]
    [InlineData("x-other", "secret")]
    [InlineData("authorization", "secret")]
    [InlineData("authorization", "Basic c2VjcmV0")]
    [InlineData("authorization", "Bearer ")]
    [InlineData("x-api-key", " ")]
    public void A_request_without_a_key_is_asked_for_one(string name, string value)
    {
        var response = Locked().Send(Models.With(name, value));
        response.ShouldBeError(401);
        response.Text().ShouldContain("\"type\":\"authentication_error\"");
    }

    [Fact]
    public void One_right_key_is_enough_beside_a_wrong_one() =>
        Locked().Send(Models.With("authorization", "Bearer wrong").With("x-api-key", "secret")).Status.ShouldBe(200);

    [Fact]
    public void A_key_can_be_known_by_its_digest_alone()
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("sécret")));
        var service = TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY_SHA256", $"{new string('0', 64)}, {digest.ToLowerInvariant()}"));
        service.Send(Models.With("x-api-key", "sécret")).Status.ShouldBe(200);
        service.Send(Models.With("x-api-key", "secret")).Status.ShouldBe(401);
        service.Send(Models.With("x-api-key", digest)).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("zz")]
    public void A_digest_that_cannot_be_read_refuses_everybody_and_says_so_in_the_log(string digest)
    {
        var service = TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY", "secret"), ("API_KEY_SHA256", digest));
        service.Send(Models.With("x-api-key", "secret")).ShouldBeError(401);
        service.LastLog().GetProperty("error").GetString()!.ShouldStartWith("API_KEY_SHA256");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    public void A_required_key_that_is_not_configured_refuses_everybody_and_says_so_in_the_log(string keys)
    {
        var service = Locked(keys);
        service.Send(Models.With("x-api-key", "")).ShouldBeError(401);
        service.Send(Models.With("x-api-key", "secret")).ShouldBeError(401);
        service.LastLog().GetProperty("error").GetString()!.ShouldStartWith("REQUIRE_API_KEY");
    }

    [Theory]
    [InlineData("true", 401)]
    [InlineData("TRUE", 401)]
    [InlineData("1", 401)]
    [InlineData("yes", 401)]
    [InlineData("", 200)]
    [InlineData("false", 200)]
    [InlineData("False", 200)]
    [InlineData("0", 200)]
    public void What_is_not_clearly_a_no_requires_the_key(string value, int status) =>
        TestService.With(("REQUIRE_API_KEY", value), ("API_KEY", "secret")).Send(Models).Status.ShouldBe(status);

    [Fact]
    public void Health_and_preflights_need_no_key()
    {
        Locked().Send(TestRequest.Get("/health")).Status.ShouldBe(200);
        Locked().Send(new TestRequest("OPTIONS", "/v1/models")).Status.ShouldBe(204);
    }

    [Fact]
    public void Without_a_key_nobody_learns_which_paths_there_are()
    {
        Locked().Send(TestRequest.Get("/nothing")).ShouldBeError(401);
        Locked().Send(TestRequest.Get("/v1/chat/completions")).ShouldBeError(401);
    }

    [Fact]
    public void A_refused_caller_learns_nothing_about_the_key()
    {
        var service = TestService.With(("REQUIRE_API_KEY", "true"), ("API_KEY", "secret"), ("ALLOWED_CALLER_CIDR", "10.0.0.0/8"));
        var right = service.Send(Models.With("x-api-key", "secret"));
        var wrong = service.Send(Models.With("x-api-key", "wrong"));
        right.ShouldBeError(403);
        right.Whole().ShouldBe(wrong.Whole());
    }
}
