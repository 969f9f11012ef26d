using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Eliza.Cli.Page;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;
using Microsoft.AspNetCore.Http;

namespace Eliza.Cli.Tests.Security;

/// <summary>Only the page of this server, in a browser on this machine, may try and change scripts.</summary>
public sealed class ScriptTests(AuthorServer server) : IClassFixture<AuthorServer>
{
    private static readonly string[] Actions = ["check", "try", "save", "new"];

    [Fact]
    public async Task The_page_itself_checks_tries_and_saves_a_text_and_makes_a_script()
    {
        var text = AuthorServer.Text.Replace("eight", "nine", StringComparison.Ordinal);
        (await PostAsync(server, "check", new { name = "parrot", text = text + "colour: red\n" })).Text.ShouldContain("ELIZA0012");
        (await PostAsync(server, "try", new { name = "parrot", text, lines = (string[])["hello"], explained = 0 })).Text.ShouldContain("Pieces of nine!");
        (await File.ReadAllTextAsync(server.Script)).ShouldBe(AuthorServer.Text, "neither writes");

        var version = await VersionAsync(server);
        (await PostAsync(server, "save", new { name = "parrot", text, version })).Status.ShouldBe(200);
        (await File.ReadAllTextAsync(server.Script)).ShouldBe(text);
        var (status, answer) = await PostAsync(server, "save", new { name = "parrot", text = "", version });
        status.ShouldBe(409);
        answer.ShouldContain("Pieces of nine!");
        (await File.ReadAllTextAsync(server.Script)).ShouldBe(text);

        (await PostAsync(server, "new", new { name = "hen" })).Status.ShouldBe(200);
        File.Exists(server.Folder["hen.txt"]).ShouldBeTrue();
        (await PostAsync(server, "new", new { name = "hen" })).Status.ShouldBe(409);
        File.Delete(server.Folder["hen.txt"]);
        await File.WriteAllTextAsync(server.Script, AuthorServer.Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("http://127.0.0.1")]
    public async Task No_other_origin_may(string? origin)
    {
        foreach (var action in Actions)
            (await PostAsync(server, action, new { name = "parrot", text = "", version = await VersionAsync(server), lines = Array.Empty<string>(), explained = 0 }, origin)).ShouldSatisfyAllConditions(
                answer => answer.Status.ShouldBe(403, action),
                answer => answer.Text.ShouldContain("not_the_page"));
        (await File.ReadAllTextAsync(server.Script)).ShouldBe(AuthorServer.Text);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task What_a_form_of_a_web_site_can_send_is_refused(string? type)
    {
        foreach (var action in Actions)
            (await PostAsync(server, action, new { name = "parrot" }, Own, type)).Status.ShouldBe(415, action);
    }

    [Theory]
    [InlineData("X-Forwarded-For: 203.0.113.7")]
    [InlineData("Forwarded: for=203.0.113.7")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    public async Task What_comes_through_a_proxy_or_from_another_site_is_refused(string header)
    {
        var body = """{"name":"egg"}""";
        var answer = await RawClient.AskAsync(server.Url,
            $"POST /scripts/new HTTP/1.1\r\nHost: {server.Url.Authority}\r\nOrigin: {server.Url.GetLeftPart(UriPartial.Authority)}\r\n{header}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        answer.Status.ShouldBe(403);
        File.Exists(server.Folder["egg.txt"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("192.0.2.1", "127.0.0.1", false)]
    [InlineData("127.0.0.1", "192.0.2.1", false)]
    [InlineData("::ffff:192.0.2.1", "::1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    public void Another_machine_may_not(string remote, string local, bool isHere)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Connection.LocalIpAddress = IPAddress.Parse(local);
        AuthorRule.IsHere(context).ShouldBe(isHere);
    }

    [Fact]
    public async Task A_web_site_is_not_told_that_it_may_send()
    {
        var answer = await RawClient.AskAsync(server.Url,
            "OPTIONS /scripts/save HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\nConnection: close\r\n\r\n");
        answer.Status.ShouldBe(405);
        answer.Text.ShouldNotContain("access-control-allow-methods", Case.Insensitive);
    }

    [Fact]
    public async Task No_web_site_can_read_a_script()
    {
        using var answer = await server.Http.GetAsync("/scripts/parrot");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("../egg")]
    [InlineData("..\\egg")]
    [InlineData("/tmp/egg")]
    [InlineData("a/egg")]
    [InlineData("..")]
    [InlineData(".egg")]
    [InlineData("egg\0")]
    [InlineData("C:egg")]
    [InlineData("")]
    public async Task No_name_leaves_the_folder(string name)
    {
        (await PostAsync(server, "new", new { name })).Status.ShouldBe(400);
        (await PostAsync(server, "save", new { name, text = "egg", version = "" })).Status.ShouldBe(404);
        Directory.GetFileSystemEntries(server.Folder.FullName).ShouldBe([server.Script]);
    }

    [Theory]
    [InlineData("/scripts/..%2fparrot")]
    [InlineData("/scripts/%2fetc%2fpasswd")]
    [InlineData("/scripts/parrot.txt")]
    public async Task No_path_reads_what_is_no_script(string path) =>
        (await RawClient.AskAsync(server.Url, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).Status.ShouldBe(404);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"name\":null,\"text\":\"\"}")]
    [InlineData("{\"name\":\"parrot\",\"text\":5}")]
    public async Task A_body_that_is_something_else_gets_a_clear_error(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await SendAsync(server, "check", content, Own)).Status.ShouldBe(400);
    }

    private const string Own = "own";

    internal static async Task<string> VersionAsync(RunningServer server) =>
        JsonDocument.Parse(await server.Http.GetStringAsync("/scripts/parrot")).RootElement.GetProperty("version").GetString()!;

    internal static async Task<(int Status, string Text)> PostAsync(RunningServer server, string action, object body, string? origin = Own, string? type = "application/json")
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return await SendAsync(server, action, content, origin);
    }

    private static async Task<(int Status, string Text)> SendAsync(RunningServer server, string action, HttpContent content, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/scripts/{action}") { Content = content };
        if (origin is not null)
            request.Headers.Add("Origin", origin == Own ? server.Url.GetLeftPart(UriPartial.Authority) : origin);
        using var response = await server.Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>With <c>--read-only</c> the page writes nothing.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class ReadOnlyTests(ReadOnlyServer server) : IClassFixture<ReadOnlyServer>
{
    [Fact]
    public async Task Nothing_is_written_and_a_text_can_still_be_checked_and_tried()
    {
        var version = await ScriptTests.VersionAsync(server);
        foreach (var (action, body) in ((string, object)[])[("save", new { name = "parrot", text = "", version }), ("new", new { name = "egg" })])
        {
            var (status, text) = await ScriptTests.PostAsync(server, action, body);
            status.ShouldBe(403, action);
            text.ShouldContain("--read-only");
        }
        (await ScriptTests.PostAsync(server, "check", new { name = "parrot", text = "" })).Status.ShouldBe(200);
        (await ScriptTests.PostAsync(server, "try", new { name = "parrot", text = AuthorServer.Text, lines = (string[])["hi"], explained = 0 })).Text.ShouldContain("Pieces of eight!");
        Directory.GetFileSystemEntries(server.Folder.FullName).ShouldBe([server.Script]);
        (await File.ReadAllTextAsync(server.Script)).ShouldBe(AuthorServer.Text);
    }
}

/// <summary>A server with a folder of scripts for this test.</summary>
public class AuthorServer : RunningServer, IDisposable
{
    public const string Text = "initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\n";

    public AuthorServer()
    {
        Script = Folder["parrot.txt"];
        File.WriteAllText(Script, Text);
    }

    internal TemporaryFolder Folder { get; } = new();

    public string Script { get; }

    private protected override string[] Arguments => [.. base.Arguments, "--scripts", Folder.FullName];

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same server with <c>--read-only</c>.</summary>
public sealed class ReadOnlyServer : AuthorServer
{
    private protected override string[] Arguments => [.. base.Arguments, "--read-only"];
}
