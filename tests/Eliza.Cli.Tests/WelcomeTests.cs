using Eliza.Cli.Serving;

namespace Eliza.Cli.Tests;

public class WelcomeTests
{
    private const string Warning = "Others on the network can reach this server";

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://[::1]:8080")]
    public void On_loopback_there_is_nothing_to_warn_of(string url) => Welcome.Text([url], requiresKey: false).ShouldNotContain(Warning);

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://192.0.2.1:8080")]
    public void Beyond_loopback_it_says_so(string url) => Welcome.Text(["http://127.0.0.1:1", url], requiresKey: false).ShouldContain(Warning);

    [Fact]
    public void There_is_a_line_to_try() =>
        Welcome.Text(["http://127.0.0.1:8080"], requiresKey: false).ShouldContain("curl http://127.0.0.1:8080/v1/chat/completions");

    [Fact]
    public void Where_a_key_is_required_the_line_has_one() =>
        Welcome.Text(["http://127.0.0.1:8080"], requiresKey: true).ShouldContain("Authorization: Bearer KEY");
}
