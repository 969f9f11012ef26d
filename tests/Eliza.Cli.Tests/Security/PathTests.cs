using Eliza.Cli.Tests.Support;

namespace Eliza.Cli.Tests.Security;

/// <summary>
/// Different spellings of a path, sent without changes. Kestrel decodes them and removes dots, as a gateway does. After that
/// paths are compared exactly.
/// </summary>
[Collection(SharedServer.Name)]
public sealed class PathTests(RunningServer server)
{
    [Theory]
    [InlineData("/health", 200)]
    [InlineData("/health/", 200)]
    [InlineData("/health?x=/nothing", 200)]
    [InlineData("/heal%74h", 200)]
    [InlineData("/health%2F", 200)]
    [InlineData("/v1%2fmodels", 200)]
    [InlineData("/v1/../health", 200)]
    [InlineData("/v1/%2e%2E/health", 200)]
    [InlineData("/%2e/health", 200)]
    [InlineData("/../../health", 200)]
    [InlineData("http://localhost/health", 200)]
    [InlineData("http://elsewhere/health", 400)]
    [InlineData("//health", 404)]
    [InlineData("/health//", 404)]
    [InlineData("//v1/models", 404)]
    [InlineData("/v1//models", 404)]
    [InlineData("/Health", 404)]
    [InlineData("/V1/models", 404)]
    [InlineData("/TRACE", 404)]
    [InlineData("/Page/page.js", 404)]
    [InlineData("/page/../page.html", 404)]
    [InlineData("/page/%2e%2e%2fProgram.cs", 404)]
    [InlineData("/page/..%2f..%2fpage.js", 404)]
    [InlineData("/health;x", 404)]
    [InlineData("/health%20", 404)]
    [InlineData("/health%0d%0aX-Split:%20yes", 404)]
    [InlineData("/%252e/health", 404)]
    [InlineData("/v1\\models", 404)]
    [InlineData("/health%00", 400)]
    [InlineData("/%ff", 404)]
    [InlineData("/%", 404)]
    [InlineData("health", 405)]
    public async Task A_path_leads_where_its_letters_say(string path, int status)
    {
        var answer = await RawClient.AskAsync(server.Url, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        answer.Status.ShouldBe(status);
        answer.Text.ShouldNotContain("X-Split");
    }
}
