using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Access;

public class CallerTests
{
    [Theory]
    [InlineData("", "203.0.113.7")]
    [InlineData(" ", "203.0.113.7")]
    [InlineData("", "")]
    [InlineData("0.0.0.0/0", "203.0.113.7")]
    [InlineData("0.0.0.0/0", "2001:db8::1")]
    [InlineData("0.0.0.0/0", "nonsense")]
    [InlineData("203.0.113.0/24", "203.0.113.7")]
    [InlineData("203.0.113.99/24", "203.0.113.7")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.7/32", "203.0.113.7")]
    [InlineData("10.0.0.0/8, 203.0.113.0/25,", "203.0.113.7")]
    [InlineData("203.0.113.0/24", "::ffff:203.0.113.7")]
    [InlineData("203.0.113.0/24", "203.0.113.7:32554")]
    [InlineData("203.0.113.0/24", "[::ffff:203.0.113.7]:443")]
    [InlineData("::ffff:203.0.113.0/120", "203.0.113.7")]
    [InlineData("2001:db8::/32", "2001:db8:1::1")]
    [InlineData("2001:db8::/32", "[2001:db8::1]")]
    [InlineData("2001:db8::/32", "[2001:DB8::1]:443")]
    [InlineData("fe80::/10", "fe80::1%eth0")]
    [InlineData("::/0", "2001:db8::1")]
    public void A_caller_on_the_allow_list_is_admitted(string allowed, string caller) => Status(allowed, caller).ShouldBe(200);

    [Theory]
    [InlineData("203.0.113.0/24", "203.0.114.7")]
    [InlineData("203.0.113.8/29", "203.0.113.7")]
    [InlineData("203.0.113.0/24", "2001:db8::1")]
    [InlineData("203.0.113.0/24", "")]
    [InlineData("203.0.113.0/24", "nonsense")]
    [InlineData("10.0.0.0/8", "010.1.2.3")]
    [InlineData("10.0.0.0/8", "10.1")]
    [InlineData("10.0.0.0/8", "167772161")]
    [InlineData("10.0.0.0/8", "0xa.1.2.3")]
    [InlineData("10.0.0.0/8", "1.2.3.4, 10.0.0.1")]
    [InlineData("2001:db8::/32", "2001:db9::1")]
    [InlineData("::/0", "203.0.113.7")]
    public void A_caller_who_is_not_on_the_allow_list_is_refused(string allowed, string caller) => Status(allowed, caller).ShouldBe(403);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("203.0.113.0/33")]
    [InlineData("203.0.113.0/-1")]
    [InlineData("203.0.113.0/")]
    [InlineData("2001:db8::/129")]
    [InlineData("::ffff:203.0.113.0/64")]
    [InlineData("203.0.113.0/24;10.0.0.0/8")]
    [InlineData("0.0.0.0/0, nonsense")]
    [InlineData(",")]
    public void An_allow_list_that_cannot_be_read_refuses_everybody_and_says_so_in_the_log(string allowed)
    {
        var service = TestService.With("ALLOWED_CALLER_CIDR", allowed);
        service.Send(TestRequest.Get("/health")).ShouldBeError(403);
        service.LastLog().GetProperty("error").GetString().ShouldBe("ALLOWED_CALLER_CIDR cannot be read, so every caller is refused.");
    }

    [Fact]
    public void A_list_of_proxies_that_cannot_be_read_refuses_everybody_and_says_so_in_the_log()
    {
        var service = TestService.With("TRUSTED_PROXY_CIDR", "nonsense");
        service.Send(TestRequest.Get("/health")).ShouldBeError(403);
        service.LastLog().GetProperty("error").GetString().ShouldBe("TRUSTED_PROXY_CIDR cannot be read, so every caller is refused.");
    }

    [Theory]
    [InlineData("", "1.1.1.1", "203.0.113.7")]
    [InlineData("198.51.100.0/24", "1.1.1.1", "203.0.113.7")]
    [InlineData("203.0.113.0/24", null, "203.0.113.7")]
    [InlineData("203.0.113.0/24", "1.1.1.1", "1.1.1.1")]
    [InlineData("203.0.113.0/24", "1.1.1.1, 203.0.113.7", "1.1.1.1")]
    [InlineData("203.0.113.0/24", "6.6.6.6, 1.1.1.1, 203.0.113.9, 203.0.113.7", "1.1.1.1")]
    [InlineData("203.0.113.0/24", "6.6.6.6,1.1.1.1:1234,[::ffff:203.0.113.9]:80", "1.1.1.1")]
    [InlineData("203.0.113.0/24", "1.1.1.1, unknown, 203.0.113.9", "unknown")]
    [InlineData("203.0.113.0/24", "203.0.113.3, 203.0.113.9", "203.0.113.3")]
    [InlineData("0.0.0.0/0,::/0", "1.1.1.1, 2.2.2.2, 2001:db8::1", "1.1.1.1")]
    public void The_caller_is_the_rightmost_address_that_is_no_trusted_proxy(string proxies, string? forwardedFor, string caller)
    {
        var service = TestService.With("TRUSTED_PROXY_CIDR", proxies);
        var request = TestRequest.Get("/health");
        service.Send(forwardedFor is null ? request : request.With("X-Forwarded-For", forwardedFor)).Status.ShouldBe(200);
        service.LastLog().GetProperty("caller_ip").GetString().ShouldBe(caller);
    }

    [Fact]
    public void A_forged_header_admits_nobody() =>
        TestService.With("ALLOWED_CALLER_CIDR", "1.1.1.1").Send(TestRequest.Get("/health").With("x-forwarded-for", "1.1.1.1")).ShouldBeError(403);

    [Fact]
    public void A_refused_caller_is_refused_on_every_path()
    {
        var service = TestService.With("ALLOWED_CALLER_CIDR", "10.0.0.0/8");
        foreach (var request in (TestRequest[])[TestRequest.Get("/"), TestRequest.Get("/nothing"), TestRequest.Says("x"), new("OPTIONS", "/")])
            service.Send(request).ShouldBeError(403);
    }

    private static int Status(string allowed, string caller) =>
        TestService.With("ALLOWED_CALLER_CIDR", allowed).Send(TestRequest.Get("/health") with { SourceIp = caller }).Status;
}
