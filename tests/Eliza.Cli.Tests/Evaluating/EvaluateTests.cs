using System.Collections.Concurrent;
using System.Text.Json;
using Eliza.Cli.Tests.Support;
using Eliza.Testing;
using Microsoft.AspNetCore.Http;

namespace Eliza.Cli.Tests.Evaluating;

[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class EvaluateTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Questions = Path.Combine(Repository.Root, "samples/Guide/questions.json");
    private static readonly string Guide = Path.Combine(Repository.Root, "samples/Guide/guide.txt");

    private readonly ConcurrentQueue<JsonElement> _asked = [];

    [Fact]
    public async Task The_guide_of_the_samples_has_the_figures_of_the_documentation()
    {
        var (exitCode, output, errors) = await RunAsync(Questions, "--scripts", Guide);

        (exitCode, errors).ShouldBe((ExitCodes.Success, ""));
        output.ShouldBe("""
            questions         count   exact match       F1
            with an answer       18         38.89    50.91
            without one           5        100.00   100.00
            all                  23         52.17    61.58

            """);
        (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/stacks.md"))).ShouldContain(output);
    }

    [Fact]
    public async Task A_script_that_only_asks_back_has_nothing() =>
        (await RunAsync(Questions)).Output.ShouldContain("all                  23          0.00     0.00\n");

    [Fact]
    public async Task An_endpoint_that_serves_the_script_has_the_scripts_own_figures()
    {
        var direct = await RunAsync(Questions, "--format", "jsonl", "--model", "doctor");
        var called = await RunAsync(Questions, "--format", "jsonl", "--model", "doctor", "--url", $"{server.Url}v1", "--no-context");
        called.ShouldBe(direct);
        called.Output.ShouldContain("\"prediction\":\"");
    }

    [Fact]
    public async Task A_line_of_JSON_has_all_of_a_question_and_the_table_goes_to_standard_error()
    {
        var (_, output, errors) = await RunAsync(Questions, "--scripts", Guide, "--format", "jsonl", "--limit", "11");

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(11);
        lines[3].ShouldBe("""{"id":"eliza-04","question":"When was ELIZA published?","answers":["January 1966","1966"],"prediction":"In January 1966","exact_match":0,"f1":0.8}""");
        lines[8].ShouldBe("""{"id":"eliza-09","question":"How much did the computer cost?","answers":[],"prediction":"Unanswerable.","exact_match":1,"f1":1}""");
        errors.ShouldContain("without one           2        100.00   100.00\n");
    }

    [Fact]
    public async Task A_model_is_shown_the_text_and_the_key_and_told_what_to_say_when_there_is_no_answer()
    {
        var headers = new ConcurrentQueue<string>();
        await using var endpoint = await StartAsync((context, _) =>
        {
            headers.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization} {context.Request.ContentType}");
            return context.Response.WriteAsync(Reply("1966"));
        });

        var (exitCode, output, _) = await RunAsync([("ELIZA_KEY", "sesame")], Questions, "--url", endpoint.Url + "/v1/", "--model", "any/model", "--limit", "1");

        (exitCode, output).ShouldBe((ExitCodes.Success, "questions         count   exact match       F1\nall                   1          0.00     0.00\n"));
        headers.ShouldBe(["POST /v1/chat/completions Bearer sesame application/json; charset=utf-8"]);
        var request = _asked.Single();
        request.EnumerateObject().Select(member => member.Name).ShouldBe(["model", "messages"]);
        request.GetProperty("model").GetString().ShouldBe("any/model");
        var messages = request.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString(), message.GetProperty("content").GetString()!)).ToList();
        messages.Select(message => message.Item1).ShouldBe(["system", "user"]);
        messages[0].Item2.ShouldEndWith(" say only: unanswerable");
        messages[1].Item2.ShouldStartWith("ELIZA is a program that talks");
        messages[1].Item2.ShouldEndWith("on a typewriter.\n\nQuestion: Who wrote ELIZA?");
    }

    [Fact]
    public async Task A_question_alone_is_the_only_message_and_without_a_name_there_is_no_model()
    {
        await using var endpoint = await StartAsync((context, _) => context.Response.WriteAsync(Reply("Weizenbaum")));

        var (_, output, _) = await RunAsync(Questions, "--url", endpoint.Url, "--no-context", "--limit", "1");

        _asked.Single().GetRawText().ShouldBe("""{"messages":[{"role":"user","content":"Who wrote ELIZA?"}]}""");
        output.ShouldContain("all                   1        100.00   100.00\n");
    }

    [Fact]
    public async Task A_request_that_fails_is_told_and_counts_as_wrong_and_the_others_go_on()
    {
        await using var endpoint = await StartAsync((context, asked) =>
        {
            var question = asked.GetProperty("messages")[0].GetProperty("content").GetString();
            context.Response.StatusCode = question is "Who wrote ELIZA?" ? 400 : 200;
            return context.Response.WriteAsync(question switch
            {
                "Who wrote ELIZA?" => """{"error":{"message":"No such\n\u001b[31mmodel.","code":"model_not_found"}}""",
                "Who was the creator of ELIZA?" => "<html>",
                "Where did Weizenbaum work?" => """{"choices":[]}""",
                "When was ELIZA published?" => """{"choices":[{"message":{"content":null}}]}""",
                _ => Reply("1966"),
            });
        });

        var (exitCode, output, errors) = await RunAsync(Questions, "--url", endpoint.Url, "--no-context", "--limit", "5", "--format", "jsonl");

        exitCode.ShouldBe(ExitCodes.Failure);
        errors.ShouldBe($"""
            eliza-01: {endpoint.Url}/chat/completions: 400 No such {'\uFFFD'}[31mmodel.
            eliza-02: {endpoint.Url}/chat/completions: the answer is no JSON: <html>
            eliza-03: the answer has no text at choices[0].message.content
            questions         count   exact match       F1
            all                   5         20.00    20.00
            3 questions were not answered and count as wrong.

            """);
        output.Split('\n')[0].ShouldBe($$"""{"id":"eliza-01","question":"Who wrote ELIZA?","answers":["Joseph Weizenbaum","Weizenbaum"],"error":"{{endpoint.Url}}/chat/completions: 400 No such �[31mmodel.","exact_match":0,"f1":0}""");
        output.Split('\n')[3].ShouldContain("\"prediction\":\"\",\"exact_match\":0");
    }

    [Fact]
    public async Task An_endpoint_that_is_busy_is_asked_again_when_it_says()
    {
        var refusals = 2;
        await using var endpoint = await StartAsync((context, _) =>
        {
            if (Interlocked.Decrement(ref refusals) < 0)
                return context.Response.WriteAsync(Reply("Weizenbaum"));
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });

        (await RunAsync(Questions, "--url", endpoint.Url, "--limit", "1")).ShouldBe((ExitCodes.Success, "questions         count   exact match       F1\nall                   1        100.00   100.00\n", ""));
        _asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_endpoint_that_is_down_costs_no_figure_and_is_told_five_times_at_most()
    {
        var (exitCode, output, errors) = await RunAsync(Questions, "--url", "http://127.0.0.1:1/v1");

        exitCode.ShouldBe(ExitCodes.Failure);
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);
        errors.ShouldContain("eliza-01: http://127.0.0.1:1/v1/chat/completions: Connection refused");
        errors.ShouldEndWith(" (no further one is told)\n");
        output.ShouldContain("without one           5          0.00     0.00\n");
        output.ShouldEndWith("23 questions were not answered and count as wrong.\n");
    }

    [Theory]
    [InlineData("'x' is no URL", "--url", "x")]
    [InlineData("--no-context goes with --url", "--no-context")]
    [InlineData("--limit is to be 1 or more", "--limit", "0")]
    [InlineData("There is no model 'nobody'", "--model", "nobody")]
    public async Task A_wrong_use_is_told(string message, params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync([Questions, .. arguments]);
        (exitCode, output).ShouldBe((ExitCodes.WrongUse, ""));
        errors.ShouldContain(message);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_not_in_order_is_told()
    {
        (await RunAsync("nothing.json")).ShouldSatisfyAllConditions(end => end.ExitCode.ShouldBe(ExitCodes.WrongUse), end => end.Error.ShouldStartWith("Cannot read the questions: "));
        (await RunAsync(Guide)).ShouldBe((ExitCodes.Failure, "", $"{Guide}(1,1): '#' is an invalid start of a value.\n"));
    }

    [TerminalFact]
    public async Task A_terminal_shows_how_far_it_is_and_then_the_table_alone()
    {
        var (_, shown) = await new Terminal($"evaluate {Questions} --scripts {Guide}").EndAsync();
        shown.ShouldContain("\n\e[K[##............................] 8 % of 23, F1 100");
        shown.ShouldContain("\n\e[K[##############################] 100 % of 23, F1 62\n\e[Kquestions         count   exact match       F1\n");
        (await new Terminal($"evaluate {Questions} --scripts {Guide} --format jsonl").EndAsync()).Shown.ShouldNotContain("\e[K");
    }

    private Task<StandIn> StartAsync(Func<HttpContext, JsonElement, Task> answer) => StandIn.StartAsync(async context =>
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        _asked.Enqueue(body.RootElement.Clone());
        await answer(context, body.RootElement);
    });

    private static string Reply(string text) => JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = text } } } });

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private static Task<(int ExitCode, string Output, string Error)> RunAsync((string Name, string Value)[] environment, params string[] arguments) =>
        LocalProcess.RunAsync("", ["evaluate", .. arguments], environment);
}
