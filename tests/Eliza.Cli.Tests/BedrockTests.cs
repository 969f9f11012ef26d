using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Eliza.Cli.Tests.Support;
using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

/// <summary>The Bedrock endpoints of the local host, by HTTP/1.1 and, on the second port, by HTTP/2 without TLS.</summary>
[Collection(SharedServer.Name)]
public class BedrockTests(H2cServer server, LockedServer locked) : IClassFixture<H2cServer>
{
    private const string Hello = """{"messages":[{"role":"user","content":[{"text":"Men are all alike."}]}]}""";

    [Fact]
    public async Task Each_event_leaves_as_it_is()
    {
        using var response = await PostAsync(server.Url, "/model/doctor/converse-stream");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.amazon.eventstream");
        response.Headers.TransferEncodingChunked.ShouldBe(true);
        EventFrame.ReadAll(await response.Content.ReadAsByteArrayAsync()).Select(frame => frame.Type).Distinct()
            .ShouldBe(["messageStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata"]);
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Feliza.doctor-v1%3A0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/eliza.doctor-v1:0")]
    public async Task An_id_is_found_as_clients_encode_it(string id)
    {
        using var response = await PostAsync(server.Url, $"/model/{id}/converse");
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"text\":\"In what way?\"");
    }

    [Fact]
    public async Task The_second_port_speaks_HTTP_2_without_TLS_and_answers_the_same()
    {
        foreach (var operation in (string[])["converse", "converse-stream"])
        {
            using var response = await PostAsync(await server.H2cUrlAsync(), $"/model/doctor/{operation}", HttpVersion.Version20);
            response.Version.ShouldBe(HttpVersion.Version20);
            using var other = await PostAsync(server.Url, $"/model/doctor/{operation}");
            other.Version.ShouldBe(HttpVersion.Version11);
            WithoutLatency(await response.Content.ReadAsByteArrayAsync(), operation).ShouldBe(WithoutLatency(await other.Content.ReadAsByteArrayAsync(), operation));
        }
    }

    [Fact]
    public async Task The_second_port_refuses_strange_names_as_the_first_does()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(await server.H2cUrlAsync(), "/foundation-models"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { Host = "example.org" },
        };
        using var response = await server.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldContain("AccessDeniedException");
    }

    [Fact]
    public async Task Where_a_key_is_required_it_opens_and_a_signature_does_not()
    {
        using var open = await PostAsync(locked.Url, "/model/doctor/converse", authorization: $"Bearer {LockedServer.Key}");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var signed = await PostAsync(locked.Url, "/model/doctor/converse", authorization: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=00");
        signed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        signed.Headers.GetValues("x-amzn-errortype").ShouldBe(["AccessDeniedException"]);
    }

    [Theory]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("h2c")]
    public async Task A_port_that_is_none_gets_one_clear_line(string port)
    {
        var (exitCode, output, error) = await LocalProcess.RunAsync("", "--urls", "http://127.0.0.1:0", "--h2c-port", port);
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.TrimEnd('\n').ShouldNotContain('\n');
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public async Task A_port_that_is_taken_is_named()
    {
        var (exitCode, output, error) = await LocalProcess.RunAsync("", "--urls", "http://127.0.0.1:0", "--h2c-port", $"{server.Url.Port}");
        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain($"{server.Url.Port}");
    }

    private async Task<HttpResponseMessage> PostAsync(Uri url, string path, Version? version = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{url.GetLeftPart(UriPartial.Authority)}{path}"))
        {
            Version = version ?? HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent(Hello, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("authorization", authorization);
        return await server.Http.SendAsync(request);
    }

    private static string WithoutLatency(byte[] body, string operation) => Regex.Replace(
        operation == "converse" ? Encoding.UTF8.GetString(body) : string.Join('\n', EventFrame.ReadAll(body).Select(frame => $"{frame.Type} {Encoding.UTF8.GetString(frame.Payload)}")),
        "\"latencyMs\":\\d+", "");
}

/// <summary>A server with a second port for HTTP/2 without TLS.</summary>
public sealed class H2cServer : RunningServer
{
    private protected override string[] Arguments => [.. base.Arguments, "--h2c-port", "0"];

    /// <summary>The address of the second port, from the welcome message.</summary>
    public async Task<Uri> H2cUrlAsync()
    {
        var patience = DateTime.UtcNow + LocalProcess.Patience;
        while (DateTime.UtcNow < patience)
        {
            foreach (var line in Log)
            {
                if (Regex.Match(line, @"or (http://127\.0\.0\.1:\d+) for those that speak HTTP/2") is { Success: true } told)
                    return new Uri(told.Groups[1].Value);
            }
            await Task.Delay(20);
        }
        throw new TimeoutException("The welcome names no second port.");
    }
}
