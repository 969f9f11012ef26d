using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.Access;

/// <summary>Only the peer and trusted proxies decide who the caller is, whatever headers a caller sends.</summary>
public sealed class ForgeryTests
{
    private const string Admitted = "198.51.100.1";
    private const string Peer = "203.0.113.7";

    private static readonly string[] Names =
    [
        "X-Forwarded-For", "x-forwarded-for", "X-FORWARDED-FOR", "Forwarded", "X-Real-IP", "X-Client-IP", "Client-IP", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP",
        "X-Cluster-Client-IP", "X-Original-Forwarded-For", "X-Forwarded", "Forwarded-For", "X-Remote-IP", "X-Remote-Addr", "Remote-Addr", "X-Originating-IP", "X-ProxyUser-Ip",
        "X-Amzn-Source-Ip", "X-Fake-Source-Ip", "sourceIp", "Via", "X-Forwarded-Host", "X_Forwarded_For", "X-Forwarded-For ", "X-Forwarded-For:",
    ];

    private static readonly string[] Values =
    [
        Admitted, $"{Admitted}:443", $"[{Admitted}]", $"[{Admitted}]:443", $"::ffff:{Admitted}", $"[::ffff:{Admitted}]:443", $"[::ffff:{Admitted}%eth0]:443", "::ffff:c633:6401",
        $"{Admitted}, {Admitted}", $"{Admitted}, 10.0.0.1", $"10.0.0.1, {Admitted}", $" {Admitted} ", $"\t{Admitted}", $",{Admitted},", $"for={Admitted}", $"for=\"{Admitted}\";proto=https",
        "198.51.100.001", "0xC6.0x33.0x64.0x01", "3325256705", "198.51.25601", $"{Admitted}\0", $"{Admitted}\r\nx: y", $"{Admitted}/32", "0.0.0.0", "localhost", "127.0.0.1", "::1", "",
    ];

    public static TheoryData<string> HeaderNames => [.. Names];

    [Theory]
    [MemberData(nameof(HeaderNames))]
    public void Nothing_that_is_sent_admits_a_peer_that_is_not_admitted(string name)
    {
        var service = TestService.With("ALLOWED_CALLER_CIDR", $"{Admitted}, 127.0.0.0/8, ::1");
        foreach (var value in Values)
        {
            service.Send(TestRequest.Get("/health").With(name, value)).ShouldBeError(403);
            service.LastLog().GetProperty("caller_ip").GetString().ShouldBe(Peer, value);
        }
    }

    [Theory]
    [MemberData(nameof(HeaderNames))]
    public void Behind_a_trusted_proxy_no_header_counts_but_the_one_that_it_writes(string name)
    {
        var service = TestService.With(("ALLOWED_CALLER_CIDR", Admitted), ("TRUSTED_PROXY_CIDR", "203.0.113.0/24"));
        foreach (var value in Values)
        {
            var request = TestRequest.Get("/health").With("x-forwarded-for", $"{value}, 192.0.2.66, 203.0.113.9");
            service.Send(name.Equals("x-forwarded-for", StringComparison.OrdinalIgnoreCase) ? request : request.With(name, value)).ShouldBeError(403);
            service.LastLog().GetProperty("caller_ip").GetString().ShouldBe("192.0.2.66", value);
        }
    }

    [Theory]
    [InlineData("198.51.100.001")]
    [InlineData("0xC6.0x33.0x64.0x01")]
    [InlineData("3325256705")]
    [InlineData("198.51.25601")]
    [InlineData("198.51.100.1/32")]
    [InlineData("for=198.51.100.1")]
    [InlineData("198.51.100.1:443:1")]
    [InlineData("[198.51.100.1")]
    [InlineData("198.51.100.1 198.51.100.1")]
    public void An_address_that_other_programs_might_read_as_the_admitted_one_is_none(string reported)
    {
        var service = TestService.With(("ALLOWED_CALLER_CIDR", Admitted), ("TRUSTED_PROXY_CIDR", "203.0.113.0/24"));
        service.Send(TestRequest.Get("/health").With("x-forwarded-for", reported)).ShouldBeError(403);
    }

    [Theory]
    [InlineData("198.51.100.1:443")]
    [InlineData("[::ffff:198.51.100.1]:443")]
    [InlineData("::ffff:c633:6401")]
    [InlineData("[::ffff:198.51.100.1%eth0]")]
    public void The_admitted_one_is_known_in_each_of_its_spellings(string reported)
    {
        var service = TestService.With(("ALLOWED_CALLER_CIDR", Admitted), ("TRUSTED_PROXY_CIDR", "203.0.113.0/24"));
        service.Send(TestRequest.Get("/health").With("x-forwarded-for", reported)).Status.ShouldBe(200);
    }
}
