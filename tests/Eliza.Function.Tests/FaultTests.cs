using Eliza.Function.Tests.Support;

namespace Eliza.Function.Tests;

/// <summary>
/// The native executable when its surroundings fail. It answers every invocation that it can. Without a working
/// Runtime API it exits with 1 and says why, and Lambda starts another process.
/// </summary>
public sealed class FaultTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\n";

    [PublishedFact]
    public async Task A_request_id_that_is_repeated_is_answered_again_in_the_same_words()
    {
        await using var function = await PublishedFunction.StartAsync();

        var first = await function.Api.InvokeAsync(SampleEvents.Chat("I am sad."), "the-same");
        await function.Api.InvokeAsync(SampleEvents.Chat("I am glad."));
        var second = await function.Api.InvokeAsync(SampleEvents.Chat("I am sad."), "the-same");

        Content(second).ShouldBe(Content(first));
        await function.StopAsync();
    }

    [PublishedFact]
    public async Task A_Runtime_API_that_is_slow_is_waited_for()
    {
        await using var function = await PublishedFunction.StartAsync();
        function.Api.PostDelay = TimeSpan.FromSeconds(2);
        await function.Api.InvokeAsync(SampleEvents.Chat("Hello"));
        await Task.Delay(TimeSpan.FromSeconds(2)); // no event comes during this time

        (await function.Api.InvokeAsync(SampleEvents.Chat("Hello"))).Text.ShouldContain("\"statusCode\":200");
        await function.StopAsync();
    }

    [PublishedTheory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "cannot be understood")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "Lambda-Runtime-Aws-Request-Id")]
    [InlineData(Head + "Content-Length: 100\r\n\r\n{", "is lost")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{", "is lost")]
    [InlineData(Head + "Content-Length: 2\r\n\r\n{}HTTP/1.1", "cannot be understood")]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", "answered 500")]
    [InlineData("", "is lost")]
    public async Task A_Runtime_API_that_drops_the_connection_or_answers_garbage_ends_the_process(string answer, string reason)
    {
        using var api = new RawRuntimeApi(answer);
        await using var function = await PublishedFunction.StartAtAsync(api.Address);

        (await function.ExitAsync()).ShouldBe(1);
        function.Log().ShouldHaveSingleItem().GetProperty("error").GetString()!.ShouldContain(reason);
    }

    [PublishedTheory]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", "answered 500")]
    [InlineData("nonsense\r\n", "cannot be understood")]
    [InlineData("", "is lost")]
    public async Task So_does_one_that_fails_when_it_is_given_the_answer(string answer, string reason)
    {
        var chat = SampleEvents.Chat("Hello");
        using var api = new RawRuntimeApi($"{Head}Content-Length: {chat.Length}\r\n\r\n{chat}", answer);
        await using var function = await PublishedFunction.StartAtAsync(api.Address);

        (await function.ExitAsync()).ShouldBe(1);
        function.Log()[^1].GetProperty("error").GetString()!.ShouldContain(reason);
    }

    [PublishedTheory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    [InlineData("| true")]
    public async Task A_log_that_cannot_be_written_stops_nothing(string redirection)
    {
        await using var function = await PublishedFunction.StartRedirectedAsync(redirection);

        for (var i = 0; i < 100; i++)
            (await function.Api.InvokeAsync(SampleEvents.Chat("Hello"))).Text.ShouldContain("\"statusCode\":200");
    }

    [PublishedFact]
    public async Task SIGTERM_waits_for_the_invocation_that_is_being_answered()
    {
        await using var function = await PublishedFunction.StartAsync();
        await function.Api.InvokeAsync(SampleEvents.Chat("Hello"));
        var answered = function.Api.HoldPosts();
        function.Api.Send(SampleEvents.Chat("Hello"));
        await function.Api.IsHoldingAsync();

        var exit = function.TerminateAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(500)); // a process that does not wait has ended by then
        answered.SetResult();

        (await exit).ShouldBe(128 + 15);
        function.Log().Count.ShouldBe(2);
    }

    [PublishedFact]
    public async Task SIGTERM_under_load_breaks_off_no_answer()
    {
        const int Many = 10_000;
        var hello = SampleEvents.Chat("Hello");
        await using var function = await PublishedFunction.StartAsync();
        function.Api.PostDelay = TimeSpan.FromMilliseconds(5); // so most of the time an answer is being sent
        for (var i = 0; i < Many; i++)
            function.Api.Send(hello);
        Content(await function.Api.ReceiveAsync()).ShouldNotBeNull();

        (await function.TerminateAsync()).ShouldBe(128 + 15);

        var answered = function.Log().Count;
        for (var i = 1; i < answered; i++)
            Content(await function.Api.ReceiveAsync()).ShouldNotBeNull();
        function.Api.Posted.ShouldBe(answered, "no answer was begun and not ended");
        answered.ShouldBeInRange(function.Api.Given - 1, function.Api.Given, "all but an event that was still on its way");
        answered.ShouldBeLessThan(Many, "or the signal came too late to show anything");
    }

    private static string? Content(Call call)
    {
        var body = System.Text.Json.JsonDocument.Parse(call.Text).RootElement.GetProperty("body").GetString()!;
        return System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
    }
}
