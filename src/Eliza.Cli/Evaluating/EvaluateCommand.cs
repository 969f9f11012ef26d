using System.CommandLine;
using Eliza.Compiler;

namespace Eliza.Cli.Evaluating;

/// <summary>Asks the questions in a file, and reports how many replies are right.</summary>
internal static class EvaluateCommand
{
    private const string KeyVariable = "ELIZA_KEY";
    private const int MostErrors = 5;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Questions, in the form of SQuAD 1.1 or 2.0." };
        var scripts = CommandLine.ScriptsOption();
        var model = CommandLine.ModelOption("The script to ask. Default: doctor, or the first. With --url, the name of the model there.");
        var url = new Option<string?>("--url") { Description = $"Ask the endpoint of OpenAI's API at this base URL, which mostly ends in /v1. Its key is read from {KeyVariable}.", HelpName = "URL" };
        var noContext = new Option<bool>("--no-context") { Description = "Send the endpoint only the question, as to a script, and not the text that has the answer." };
        var phoenix = new Option<string?>("--phoenix") { Description = $"Show the evaluation in Arize Phoenix at this base URL: a dataset, an experiment, its runs. Its key is read from {PhoenixExperiment.KeyVariable}.", HelpName = "URL" };
        var limit = new Option<int?>("--limit") { Description = "Ask only the first questions.", HelpName = "N" };
        var format = new Option<string>("--format") { Description = "The form of the results. With jsonl there is a line of JSON for each question, and the table goes to standard error.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("evaluate", "Ask the questions in a file, and report how many replies are right: exact match and F1. It fails if a question got no reply, or Phoenix refused a result.")
        {
            file, model, url, noContext, limit, phoenix, format, scripts,
        };
        command.Validators.Add(given =>
        {
            foreach (var option in (ReadOnlySpan<Option<string?>>)[url, phoenix])
            {
                if (given.GetValue(option) is { } address && !IsHttp(address))
                    given.AddError($"{option.Name}: '{address}' is no URL that begins with http:// or https://.");
            }
            if (given.GetValue(noContext) && given.GetValue(url) is null)
                given.AddError("--no-context goes with --url: a script is never shown the text.");
            if (given.GetValue(limit) is < 1)
                given.AddError("--limit is to be 1 or more.");
        });
        command.SetAction(given => RunAsync(new(given.GetValue(file)!, given.GetValue(scripts), given.GetValue(model), given.GetValue(url), !given.GetValue(noContext), given.GetValue(limit), given.GetValue(phoenix), given.GetValue(format) is "jsonl")));
        return command;
    }

    private static bool IsHttp(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static async Task<int> RunAsync(Wish wish)
    {
        IReadOnlyList<Question> questions;
        try
        {
            questions = QuestionFile.Read(wish.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Cannot read the questions: {e.Message}", ExitCodes.WrongUse);
        }
        catch (FormatException e)
        {
            return Refuse(e.Message, ExitCodes.Failure);
        }
        if (wish.Url is { } url)
        {
            using var service = new JsonService(new Uri(url), Environment.GetEnvironmentVariable(KeyVariable));
            return await ShowAsync(wish, questions, wish.Model ?? url, new Endpoint(service, wish.Model, wish.ShowsContext).AnswerAsync);
        }
        if (Models.Find(wish.Scripts) is not { } paths)
            return wish.Scripts is { Length: > 0 } ? ExitCodes.WrongUse : ExitCodes.Failure;
        if (Models.Choose(paths, wish.Model) is not { } name)
            return ExitCodes.WrongUse;
        using var scripts = new LiveScripts(new ScriptPaths(paths.Paths) { Name = name });
        await scripts.Loaded;
        var file = scripts.Current.Find(name)!;
        Models.Report(file);
        return file.Script is { } script ? await ShowAsync(wish, questions, name, question => Task.FromResult(script.Start().Reply(question.Text))) : ExitCodes.Failure;
    }

    // The experiment begins before any question is asked, because most problems with Phoenix show at once.
    private static async Task<int> ShowAsync(Wish wish, IReadOnlyList<Question> questions, string name, Func<Question, Task<string>> answer)
    {
        if (wish.Phoenix is not { } address)
            return await AskAsync(wish, questions, answer, experiment: null);
        using var phoenix = new JsonService(new Uri(address), Environment.GetEnvironmentVariable(PhoenixExperiment.KeyVariable));
        PhoenixExperiment experiment;
        try
        {
            experiment = await PhoenixExperiment.BeginAsync(phoenix, Path.GetFileNameWithoutExtension(wish.File), questions, name, new { wish.Model, wish.Url, Context = wish.Url is not null && wish.ShowsContext });
        }
        catch (HttpRequestException e)
        {
            return Refuse($"Phoenix: {e.Message}\nNothing was asked.", ExitCodes.Failure);
        }
        Console.Error.WriteLine($"Phoenix: {address.TrimEnd('/')}{experiment.Page}");
        return await AskAsync(wish, questions, answer, experiment);
    }

    private static async Task<int> AskAsync(Wish wish, IReadOnlyList<Question> all, Func<Question, Task<string>> answer, PhoenixExperiment? experiment)
    {
        IReadOnlyList<Question> questions = [.. all.Take(wish.Limit ?? int.MaxValue)];
        var table = new ScoreTable();
        var isShown = true;
        using (var bar = ProgressBar.Open(questions.Count, wish.IsForPrograms))
        {
            await foreach (var outcome in Evaluation.RunAsync(questions, answer))
            {
                table.Add(outcome);
                if (outcome.Error is { } error && table.Failures <= MostErrors)
                    bar.Tell($"{outcome.Question.Id}: {error}{(table.Failures == MostErrors ? " (no further one is told)" : "")}");
                if (wish.IsForPrograms)
                    JsonLine.Write(outcome, Console.Out);
                try
                {
                    if (isShown && experiment is not null)
                        await experiment.AddAsync(outcome);
                }
                catch (HttpRequestException e)
                {
                    isShown = false;
                    bar.Tell($"Phoenix: {e.Message}\nIt has {English.Count(table.Questions - 1, "run", "runs")} as a whole; the evaluation goes on without it.");
                }
                bar.Show(table);
            }
        }
        table.Write(wish.IsForPrograms ? Console.Error : Console.Out);
        return table.Failures == 0 && isShown ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static int Refuse(string why, int exitCode)
    {
        Console.Error.WriteLine(why);
        return exitCode;
    }

    private sealed record Wish(string File, string[]? Scripts, string? Model, string? Url, bool ShowsContext, int? Limit, string? Phoenix, bool IsForPrograms);
}
