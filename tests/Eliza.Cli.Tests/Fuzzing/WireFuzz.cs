using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Fuzzing;

/// <summary>
/// For any bytes that are sent to the port: there is no 5xx except 505 (unknown version of HTTP), the server does not stop, and
/// every line of the log is whole.
/// </summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class WireFuzz(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Words =
    [
        "GET ", "POST ", "OPTIONS ", "HEAD ", "/", "/v1/chat/completions", "/chat", "/trace", "/page/page.js", "/v1/models/", "?", "%2e", "%00", "%ff", " HTTP/1.1", " HTTP/1.0", "\r\n", "\r\n\r\n",
        "Host: localhost\r\n", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "Expect: 100-continue\r\n", "Authorization: Bearer x\r\n", "X-Forwarded-For: ", "Cookie: ", "Content-Type: application/json\r\n",
        "5\r\nhello\r\n", "0\r\n\r\n", """{"messages":[{"role":"user","content":"I am"}]}""",
    ];

    [Fact]
    public void Requests()
    {
        Fuzz.Try(1_000, Request, Keep);

        var log = server.Log.SkipWhile(line => !line.StartsWith('{')).ToList(); // the welcome message comes before the log
        log.ShouldNotBeEmpty();
        log.ForEach(line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public void What_was_saved() => Fuzz.TrySaved(Keep);

    private void Keep(byte[] request)
    {
        var answer = Encoding.Latin1.GetString(SendAsync(request).GetAwaiter().GetResult());
        if (answer.Length > 0)
            answer.ShouldStartWith("HTTP/1.1 ", Case.Sensitive);
        Regex.IsMatch(answer, "^HTTP/1.1 5(?!05)", RegexOptions.Multiline).ShouldBeFalse(answer);
        RawClient.AskAsync(server.Url, RawClient.Chat("hello")).GetAwaiter().GetResult().Status.ShouldBe(200);
    }

    private async Task<byte[]> SendAsync(byte[] request)
    {
        using var client = await RawClient.ConnectAsync(server.Url);
        try
        {
            await client.SendAsync(request);
            client.EndSending();
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            // The server refused the request before its end.
        }
        return await client.ReadToEndAsync();
    }

    private static byte[] Request(Random dice)
    {
        var odd = OddText.Next(dice, Words, 200);
        var body = OddText.Next(dice, Words, 200);
        return dice.Next(3) switch
        {
            0 => Encoding.Latin1.GetBytes(odd),
            1 => Encoding.UTF8.GetBytes($"POST /chat HTTP/1.1\r\nHost: localhost\r\nX-Odd: {odd}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"),
            _ => Encoding.UTF8.GetBytes($"GET /{odd} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {body}\r\n\r\n"),
        };
    }
}
