using Eliza.Cli.Tests.Support;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Evaluating;

/// <summary>An evaluation with <c>--phoenix</c>.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class PhoenixTests
{
    private static readonly string Questions = Path.Combine(Repository.Root, "samples/Guide/questions.json");
    private static readonly string Guide = Path.Combine(Repository.Root, "samples/Guide/guide.txt");

    [Fact]
    public async Task Phoenix_gets_the_dataset_an_experiment_and_for_each_question_a_run_with_both_scores()
    {
        await using var phoenix = await new PhoenixStandIn().StartAsync();

        var (exitCode, output, errors) = await RunAsync(phoenix.Url + "/", "--format", "jsonl");

        phoenix.Faults.ShouldBeEmpty();
        exitCode.ShouldBe(ExitCodes.Success);
        errors.ShouldStartWith($"Phoenix: {phoenix.Url}/datasets/RGF0YXNldDox%3D/compare?experimentId=RXhwZXJpbWVudDox%3D\nquestions ");
        var uploaded = phoenix.Uploaded;
        uploaded.GetProperty("name").GetString().ShouldBe("questions");
        uploaded.GetProperty("example_ids")[3].GetString().ShouldBe("eliza-04");
        uploaded.GetProperty("inputs")[3].GetProperty("question").GetString().ShouldBe("When was ELIZA published?");
        uploaded.GetProperty("inputs")[3].GetProperty("context").GetString().ShouldStartWith("ELIZA is a program");
        uploaded.GetProperty("outputs")[3].GetRawText().ShouldBe("""{"answers":["January 1966","1966"]}""");
        phoenix.Begun.GetProperty("name").GetString().ShouldBe("guide");
        phoenix.Runs.Count.ShouldBe(23);
        phoenix.Runs[3].GetProperty("dataset_example_id").GetString().ShouldEndWith("-eliza-04");
        phoenix.Runs[3].GetProperty("output").GetString().ShouldBe("In January 1966");
        phoenix.Evaluations.Count.ShouldBe(46);
        phoenix.Evaluations.Where(evaluation => evaluation.Run == 3).ShouldBe([(3, "exact_match", 0), (3, "f1", 0.8)]);
        (100 * phoenix.Evaluations.Where(evaluation => evaluation.Name == "f1").Average(evaluation => evaluation.Score)).ShouldBe(61.58, 0.01);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(23);
    }

    [Fact]
    public async Task The_dataset_has_all_questions_even_if_few_are_asked()
    {
        await using var phoenix = await new PhoenixStandIn().StartAsync();
        (await RunAsync(phoenix.Url, "--limit", "2")).ExitCode.ShouldBe(ExitCodes.Success);
        phoenix.Faults.ShouldBeEmpty();
        (phoenix.Uploaded.GetProperty("example_ids").GetArrayLength(), phoenix.Runs.Count).ShouldBe((23, 2));
    }

    [Fact]
    public async Task A_question_that_was_not_answered_is_a_run_with_its_error_and_no_points()
    {
        await using var phoenix = await new PhoenixStandIn().StartAsync();
        (await RunAsync(phoenix.Url, "--limit", "1", "--url", "http://127.0.0.1:1")).ExitCode.ShouldBe(ExitCodes.Failure);
        phoenix.Faults.ShouldBeEmpty();
        phoenix.Runs.Single().GetProperty("error").GetString()!.ShouldContain("Connection refused");
        phoenix.Evaluations.ShouldBe([(0, "exact_match", 0), (0, "f1", 0)]);
    }

    [Fact]
    public async Task What_is_wrong_with_Phoenix_from_the_start_is_told_before_anything_is_asked()
    {
        (await RunAsync("http://127.0.0.1:1")).ShouldBe((ExitCodes.Failure, "", "Phoenix: http://127.0.0.1:1/v1/datasets/upload?sync=true: Connection refused (127.0.0.1:1)\nNothing was asked.\n"));
        await ShouldTellAsync((401, "Invalid token"), ": 401 Invalid token (PHOENIX_API_KEY is to hold a key of Phoenix)\n");
        await ShouldTellAsync((422, """{"detail":[{"msg":"no such action"}]}"""), """: 422 [{"msg":"no such action"}] (is this Phoenix, and of version 20.3 or later?)""");
        await ShouldTellAsync((404, ""), ": 404 (is this Phoenix, and of version 20.3 or later?)\n");
        await ShouldTellAsync((400, "Dataset name is too long"), ": 400 Dataset name is too long\nNothing");
        await ShouldTellAsync((200, "<html>Sign in"), ": the answer is no JSON: <html>Sign in\n");
        await ShouldTellAsync((200, """{"data":null}"""), "Phoenix: its answer is not as it was in 20.3, so it may be too old: ");
        await ShouldTellAsync((200, "null"), "Phoenix: its answer is not as it was in 20.3, so it may be too old: ");
    }

    [Fact]
    public async Task A_Phoenix_that_does_not_keep_the_ids_of_examples_is_too_old()
    {
        await using var phoenix = await new PhoenixStandIn
        {
            Instead = context => context.Request.Method == "GET" ? (200, """{"data":{"examples":[{"id":"RGF0YXNldEV4YW1wbGU6MQ==","input":{},"output":{}}]}}""") : null,
        }.StartAsync();
        var (exitCode, output, errors) = await RunAsync(phoenix.Url);
        (exitCode, output).ShouldBe((ExitCodes.Failure, ""));
        errors.ShouldStartWith("Phoenix: its answer is not as it was in 20.3, so it may be too old: ");
        phoenix.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_Phoenix_that_fails_on_the_way_takes_nothing_of_the_evaluation_along()
    {
        var runs = 0;
        await using var phoenix = await new PhoenixStandIn
        {
            Instead = context => context.Request.Path.Value!.EndsWith("/runs", StringComparison.Ordinal) && ++runs > 2 ? (500, "database is locked") : null,
        }.StartAsync();

        var (exitCode, output, errors) = await RunAsync(phoenix.Url);

        exitCode.ShouldBe(ExitCodes.Failure);
        errors.ShouldEndWith("/runs: 500 database is locked\nIt has 2 runs as a whole; the evaluation goes on without it.\n");
        output.ShouldContain("all                  23         52.17    61.58\n");
        runs.ShouldBe(3);
    }

    [Fact]
    public async Task An_address_that_is_none_is_wrong_use()
    {
        var (exitCode, _, errors) = await RunAsync("phoenix");
        exitCode.ShouldBe(ExitCodes.WrongUse);
        errors.ShouldContain("--phoenix: 'phoenix' is no URL");
    }

    private static async Task ShouldTellAsync((int Status, string Body) answer, string message)
    {
        await using var phoenix = await new PhoenixStandIn { Instead = _ => answer }.StartAsync();
        var (exitCode, output, errors) = await RunAsync(phoenix.Url);
        (exitCode, output).ShouldBe((ExitCodes.Failure, ""));
        errors.ShouldContain(message);
        errors.ShouldEndWith("\nNothing was asked.\n");
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(string phoenix, params string[] arguments) =>
        LocalProcess.RunAsync("", ["evaluate", Questions, "--scripts", Guide, "--phoenix", phoenix, .. arguments], [("PHOENIX_API_KEY", PhoenixStandIn.Key)]);
}
