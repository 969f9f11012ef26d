using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.Function.Lambda;
using Eliza.Function.RuntimeApi;
using Eliza.Function.Tests.Support;
using Eliza.Service;
using Eliza.Service.Tests.Support;

namespace Eliza.Function.Tests;

/// <summary>The native executable in a simulated Lambda.</summary>
public sealed class PublishedBinaryTests
{
    private const long MostMemory = 8_000_000;

    [PublishedFact]
    public async Task It_answers_a_realistic_event()
    {
        await using var function = await PublishedFunction.StartAsync();

        var call = await function.Api.InvokeAsync(SampleEvents.Chat("I am unhappy."));

        var completion = Completion(call, out var response);
        response.GetProperty("statusCode").GetInt32().ShouldBe(200);
        completion.GetProperty("model").GetString().ShouldBe("doctor");
        completion.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString().ShouldNotBeNullOrWhiteSpace();
        (await function.StopAsync()).ShouldHaveSingleItem().GetProperty("status_code").GetInt32().ShouldBe(200);
    }

    [PublishedFact]
    public async Task It_gives_the_choices_that_this_process_gives()
    {
        var function = new InvocationHandler(new ElizaService(new Settings(), () => Eliza.Function.Scripts.All, _ => { }), streams: false);
        var response = new Response();
        await using var published = await PublishedFunction.StartAsync();
        foreach (var line in (string[])["Men are all alike.", "My mother takes care of me.", "You don't argue with me.", "", "Ich weiß nicht 😀", "Because I remember everybody."])
        {
            var chat = SampleEvents.Post(JsonSerializer.Serialize(new { n = 5, messages = new[] { "Hello", "My boyfriend made me come here.", line }.Select(content => new { role = "user", content }) }));
            function.Handle(new Invocation("1", Encoding.UTF8.GetBytes(chat), DateTimeOffset.MaxValue, null), response);
            function.Log(response);

            Completion(await published.Api.InvokeAsync(chat), out _).GetProperty("choices").ToString()
                .ShouldBe(JsonDocument.Parse(response.Body).RootElement.GetProperty("choices").ToString());
        }
        await published.StopAsync();
    }

    [PublishedFact]
    public async Task It_streams_to_a_Function_URL()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "true"));

        var call = await function.Api.InvokeAsync(SampleEvents.Chat("I am unhappy.", stream: true, SampleEvents.FunctionUrl));

        call.Headers["Lambda-Runtime-Function-Response-Mode"].ToString().ShouldBe("streaming");
        var parts = call.Text.Split("\0\0\0\0\0\0\0\0");
        parts.Length.ShouldBe(2);
        JsonDocument.Parse(parts[0]).RootElement.GetProperty("headers").GetProperty("content-type").GetString()!.ShouldStartWith("text/event-stream");
        parts[1].ShouldStartWith("data: {");
        parts[1].ShouldEndWith("data: [DONE]\n\n");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_streams_every_answer_to_a_Function_URL_also_an_error_and_a_preflight()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "true"));
        var chat = SampleEvents.Chat("Hello", domain: SampleEvents.FunctionUrl);

        foreach (var (sent, status, body) in ((string, int, string)[])[
            (chat, 200, "{\"id\""),
            (chat.Replace("/v1/chat/completions", "/v1/embeddings", StringComparison.Ordinal), 400, "{\"error\""),
            (chat.Replace("/v1/chat/completions", "/nothing", StringComparison.Ordinal), 404, "{\"error\""),
            (chat.Replace("\"POST\"", "\"GET\"", StringComparison.Ordinal), 405, "{\"error\""),
            (chat.Replace("\"POST\"", "\"OPTIONS\"", StringComparison.Ordinal), 204, "")])
        {
            var call = await function.Api.InvokeAsync(sent);

            call.Headers["Lambda-Runtime-Function-Response-Mode"].ToString().ShouldBe("streaming");
            call.Headers.ContentType.ToString().ShouldBe("application/vnd.awslambda.http-integration-response");
            var parts = call.Text.Split("\0\0\0\0\0\0\0\0");
            parts.Length.ShouldBe(2);
            JsonDocument.Parse(parts[0]).RootElement.GetProperty("statusCode").GetInt32().ShouldBe(status);
            parts[1].ShouldStartWith(body);
        }
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_sends_a_stream_whole_to_an_HTTP_API()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "true"));

        var call = await function.Api.InvokeAsync(SampleEvents.Chat("I am unhappy.", stream: true));

        JsonDocument.Parse(call.Text).RootElement.GetProperty("body").GetString()!.ShouldEndWith("data: [DONE]\n\n");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_answers_Bedrocks_clients_in_frames_as_they_are_or_in_base64()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "true"));

        var whole = JsonDocument.Parse((await function.Api.InvokeAsync(SampleEvents.Converse("I am unhappy.", "converse"))).Text).RootElement;
        var reply = JsonDocument.Parse(whole.GetProperty("body").GetString()!).RootElement.GetProperty("output").GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString();
        reply.ShouldNotBeNullOrWhiteSpace();

        var sent = JsonDocument.Parse((await function.Api.InvokeAsync(SampleEvents.Converse("I am unhappy.", "converse-stream"))).Text).RootElement;
        sent.GetProperty("isBase64Encoded").GetBoolean().ShouldBeTrue();
        ReplyIn(sent.GetProperty("body").GetBytesFromBase64()).ShouldBe(reply);

        var streamed = await function.Api.InvokeAsync(SampleEvents.Converse("I am unhappy.", "converse-stream", SampleEvents.FunctionUrl));
        streamed.Headers["Lambda-Runtime-Function-Response-Mode"].ToString().ShouldBe("streaming");
        ReplyIn(streamed.Body.AsSpan(streamed.Body.AsSpan().IndexOf("\0\0\0\0\0\0\0\0"u8) + 8)).ShouldBe(reply);
        await function.StopAsync();

        static string ReplyIn(ReadOnlySpan<byte> body) => string.Concat(EventFrame.ReadAll(body)
            .Where(frame => frame.Type == "contentBlockDelta").Select(frame => frame.Json.GetProperty("delta").GetProperty("text").GetString()));
    }

    [PublishedFact]
    public async Task It_tells_who_signs_which_variable_takes_the_key()
    {
        await using var function = await PublishedFunction.StartAsync(("REQUIRE_API_KEY", "true"), ("API_KEY", "a key"));

        var signed = SampleEvents.Converse("Hello", "converse", key: "a key").Replace("Bearer a key", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261128/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=00", StringComparison.Ordinal);
        (await function.Api.InvokeAsync(signed)).Text.ShouldContain("AWS_BEARER_TOKEN_BEDROCK");
        (await function.Api.InvokeAsync(SampleEvents.Converse("Hello", "converse", key: "a key"))).Text.ShouldContain("\"statusCode\":200");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_answers_bad_events_and_refused_responses_and_goes_on()
    {
        await using var function = await PublishedFunction.StartAsync();

        (await function.Api.InvokeAsync("not JSON")).Text.ShouldContain("\"statusCode\":400");
        (await function.Api.InvokeAsync("""{"Records":[]}""")).Text.ShouldContain("\"statusCode\":400");
        (await function.Api.InvokeAsync(SampleEvents.Post("{"))).Text.ShouldContain("\"statusCode\":400");
        function.Api.PostStatus = 413;
        await function.Api.InvokeAsync(SampleEvents.Chat("Hello"));
        function.Api.PostStatus = 202;
        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello"))).Text.ShouldContain("\"statusCode\":200");

        (await function.StopAsync()).ShouldContain(line => line.GetProperty("level").GetString() == "error");
    }

    [PublishedFact]
    public async Task It_answers_ten_thousand_events_in_a_row_in_little_memory()
    {
        await using var function = await PublishedFunction.StartAsync();
        for (int i = 0; i < 10_000; i++)
            (await function.Api.InvokeAsync(SampleEvents.Chat($"I remember number {i}."))).Text.ShouldContain("\"statusCode\":200");

        function.PeakMemory().ShouldBeLessThan(MostMemory);
        (await function.StopAsync()).Count.ShouldBe(10_000);
    }

    [PublishedFact]
    public async Task It_takes_the_largest_event_that_Lambda_sends()
    {
        await using var function = await PublishedFunction.StartAsync();

        (await function.Api.InvokeAsync(SampleEvents.Post(new string('x', 6 << 20)))).Text.ShouldContain("\"statusCode\":413");
        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello"))).Text.ShouldContain("\"statusCode\":200");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_knows_a_key_by_its_digest()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData("a key"u8));
        await using var function = await PublishedFunction.StartAsync(("REQUIRE_API_KEY", "true"), ("API_KEY_SHA256", digest));

        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello"))).Text.ShouldContain("\"statusCode\":401");
        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello", key: "a key"))).Text.ShouldContain("\"statusCode\":200");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task A_required_key_loads_no_library_and_stays_within_the_memory()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData("a key"u8));
        await using var function = await PublishedFunction.StartAsync(("REQUIRE_API_KEY", "true"), ("API_KEY_SHA256", digest));
        for (int i = 0; i < 2000; i++)
            (await function.Api.InvokeAsync(SampleEvents.Chat("Hello", key: "a key"))).Text.ShouldContain("\"statusCode\":200");

        function.Libraries().ShouldBe(["libc.so.6", "libm.so.6"], ignoreOrder: true);
        function.PeakMemory().ShouldBeLessThan(MostMemory);
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_refuses_every_request_while_its_configuration_cannot_be_read()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "maybe"));

        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello"))).Text.ShouldContain("\"statusCode\":403");

        (await function.StopAsync()).ShouldHaveSingleItem().GetProperty("error").GetString()!.ShouldStartWith("RESPONSE_STREAMING");
    }

    [PublishedFact]
    public async Task It_decodes_the_path_of_a_Function_URL_once()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "true"));
        var chat = SampleEvents.Chat("Hello", domain: SampleEvents.FunctionUrl).Replace("/v1/chat/completions", "/v1/models/openai%2Fdoctor", StringComparison.Ordinal)
            .Replace("\"POST\"", "\"GET\"", StringComparison.Ordinal);

        var call = await function.Api.InvokeAsync(chat);

        call.Text.Split("\0\0\0\0\0\0\0\0")[1].ShouldContain("\"id\":\"openai/doctor\"");
        (await function.Api.InvokeAsync(chat.Replace("%2F", "%252F", StringComparison.Ordinal))).Text.ShouldStartWith("{\"statusCode\":404");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_exits_with_an_error_when_the_Runtime_API_is_lost()
    {
        await using var function = await PublishedFunction.StartAsync();
        await function.Api.InvokeAsync(SampleEvents.Chat("Hello"));

        await function.Api.DisposeAsync();

        (await function.ExitAsync()).ShouldBe(1);
        function.Log().Last().GetProperty("error").GetString()!.ShouldContain("Runtime API");
    }

    [PublishedFact]
    public async Task It_leaves_on_SIGTERM()
    {
        await using var function = await PublishedFunction.StartAsync();
        await function.Api.InvokeAsync(SampleEvents.Chat("Hello"));

        (await function.TerminateAsync()).ShouldBe(128 + 15);
    }

    [PublishedFact]
    public void It_runs_on_the_C_library_of_Amazon_Linux_2023()
    {
        using var objdump = Process.Start(new ProcessStartInfo("objdump", ["-T", PublishedFunction.Executable!]) { RedirectStandardOutput = true })!;
        var symbols = objdump.StandardOutput.ReadToEnd();

        var versions = Regex.Matches(symbols, @"GLIBC_(\d+(\.\d+)+)").Select(match => Version.Parse(match.Groups[1].Value)).ToList();
        versions.ShouldNotBeEmpty();
        versions.Max().ShouldBeLessThanOrEqualTo(new Version(2, 34));
    }

    [PublishedFact]
    public void Its_zip_is_small()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntryFromFile(PublishedFunction.Executable!, "bootstrap", CompressionLevel.SmallestSize);

        zip.Length.ShouldBeLessThan(1_200_000);
    }

    private static JsonElement Completion(Call call, out JsonElement response)
    {
        call.Path.ShouldEndWith("/response");
        response = JsonDocument.Parse(call.Text).RootElement;
        return JsonDocument.Parse(response.GetProperty("body").GetString()!).RootElement;
    }
}
