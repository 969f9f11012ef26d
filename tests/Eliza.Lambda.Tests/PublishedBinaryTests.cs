using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.Function;
using Eliza.Function.Http;
using Eliza.Lambda.Tests.Support;

namespace Eliza.Lambda.Tests;

/// <summary>The native executable itself, as Lambda runs it.</summary>
public sealed class PublishedBinaryTests
{
    private const long MostMemory = 8_000_000;

    [PublishedFact]
    public async Task It_answers_a_realistic_event()
    {
        await using var function = await PublishedFunction.StartAsync();

        var call = await function.Api.InvokeAsync(Events.Chat("I am unhappy."));

        var completion = Completion(call, out var response);
        response.GetProperty("statusCode").GetInt32().ShouldBe(200);
        completion.GetProperty("model").GetString().ShouldBe("doctor");
        completion.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString().ShouldNotBeNullOrWhiteSpace();
        (await function.StopAsync()).ShouldHaveSingleItem().GetProperty("status_code").GetInt32().ShouldBe(200);
    }

    [PublishedFact]
    public async Task It_gives_the_choices_that_this_process_gives()
    {
        var handler = new Handler(new Settings(), Scripts.All, TimeProvider.System, () => "id", _ => { });
        var response = new Response();
        await using var function = await PublishedFunction.StartAsync();
        foreach (var line in (string[])["Men are all alike.", "My mother takes care of me.", "You don't argue with me.", "", "Ich weiß nicht 😀", "Because I remember everybody."])
        {
            var chat = Events.Post(JsonSerializer.Serialize(new { n = 5, messages = new[] { "Hello", "My boyfriend made me come here.", line }.Select(content => new { role = "user", content }) }));
            handler.Handle(Encoding.UTF8.GetBytes(chat), response);

            Completion(await function.Api.InvokeAsync(chat), out _).GetProperty("choices").ToString()
                .ShouldBe(JsonDocument.Parse(response.Body).RootElement.GetProperty("choices").ToString());
        }
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_streams_to_a_Function_URL()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "true"));

        var call = await function.Api.InvokeAsync(Events.Chat("I am unhappy.", stream: true, Events.FunctionUrl));

        call.Headers["Lambda-Runtime-Function-Response-Mode"].ToString().ShouldBe("streaming");
        var parts = call.Text.Split("\0\0\0\0\0\0\0\0");
        parts.Length.ShouldBe(2);
        JsonDocument.Parse(parts[0]).RootElement.GetProperty("headers").GetProperty("content-type").GetString()!.ShouldStartWith("text/event-stream");
        parts[1].ShouldStartWith("data: {");
        parts[1].ShouldEndWith("data: [DONE]\n\n");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_sends_a_stream_whole_to_an_HTTP_API()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "true"));

        var call = await function.Api.InvokeAsync(Events.Chat("I am unhappy.", stream: true));

        JsonDocument.Parse(call.Text).RootElement.GetProperty("body").GetString()!.ShouldEndWith("data: [DONE]\n\n");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_answers_bad_events_and_refused_responses_and_goes_on()
    {
        await using var function = await PublishedFunction.StartAsync();

        (await function.Api.InvokeAsync("not JSON")).Text.ShouldContain("\"statusCode\":400");
        (await function.Api.InvokeAsync("""{"Records":[]}""")).Text.ShouldContain("\"statusCode\":400");
        (await function.Api.InvokeAsync(Events.Post("{"))).Text.ShouldContain("\"statusCode\":400");
        function.Api.PostStatus = 413;
        await function.Api.InvokeAsync(Events.Chat("Hello"));
        function.Api.PostStatus = 202;
        (await function.Api.InvokeAsync(Events.Chat("Hello"))).Text.ShouldContain("\"statusCode\":200");

        (await function.StopAsync()).ShouldContain(line => line.GetProperty("level").GetString() == "error");
    }

    [PublishedFact]
    public async Task It_answers_ten_thousand_events_in_a_row_in_little_memory()
    {
        await using var function = await PublishedFunction.StartAsync();
        for (int i = 0; i < 10_000; i++)
            (await function.Api.InvokeAsync(Events.Chat($"I remember number {i}."))).Text.ShouldContain("\"statusCode\":200");

        function.PeakMemory().ShouldBeLessThan(MostMemory);
        (await function.StopAsync()).Count.ShouldBe(10_000);
    }

    [PublishedFact]
    public async Task It_takes_the_largest_event_that_Lambda_sends()
    {
        await using var function = await PublishedFunction.StartAsync();

        (await function.Api.InvokeAsync(Events.Post(new string('x', 6 << 20)))).Text.ShouldContain("\"statusCode\":413");
        (await function.Api.InvokeAsync(Events.Chat("Hello"))).Text.ShouldContain("\"statusCode\":200");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_knows_a_key_by_its_digest()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData("a key"u8));
        await using var function = await PublishedFunction.StartAsync(("REQUIRE_API_KEY", "true"), ("API_KEY_SHA256", digest));

        (await function.Api.InvokeAsync(Events.Chat("Hello"))).Text.ShouldContain("\"statusCode\":401");
        (await function.Api.InvokeAsync(Events.Chat("Hello", key: "a key"))).Text.ShouldContain("\"statusCode\":200");
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task A_required_key_loads_no_library_and_stays_within_the_memory()
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData("a key"u8));
        await using var function = await PublishedFunction.StartAsync(("REQUIRE_API_KEY", "true"), ("API_KEY_SHA256", digest));
        for (int i = 0; i < 2000; i++)
            (await function.Api.InvokeAsync(Events.Chat("Hello", key: "a key"))).Text.ShouldContain("\"statusCode\":200");

        function.Libraries().ShouldBe(["libc.so.6", "libm.so.6"], ignoreOrder: true);
        function.PeakMemory().ShouldBeLessThan(MostMemory);
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task It_reports_why_it_cannot_start_and_exits_with_an_error()
    {
        await using var function = await PublishedFunction.StartAsync(("RESPONSE_STREAMING", "maybe"));

        var call = await function.Api.ReceiveAsync();

        call.Path.ShouldBe("init/error");
        call.Text.ShouldContain("RESPONSE_STREAMING");
        (await function.ExitAsync()).ShouldBe(1);
    }

    [PublishedFact]
    public async Task It_exits_with_an_error_when_the_Runtime_API_is_lost()
    {
        await using var function = await PublishedFunction.StartAsync();
        await function.Api.InvokeAsync(Events.Chat("Hello"));

        await function.Api.DisposeAsync();

        (await function.ExitAsync()).ShouldBe(1);
        function.Log().Last().GetProperty("error").GetString()!.ShouldContain("Runtime API");
    }

    [PublishedFact]
    public async Task It_leaves_on_SIGTERM()
    {
        await using var function = await PublishedFunction.StartAsync();
        await function.Api.InvokeAsync(Events.Chat("Hello"));

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
