using System.CommandLine;
using Eliza.Compiler;

namespace Eliza.Cli.Checking;

internal static class CheckCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Scripts and folders of scripts. Default: the folder 'scripts' here or above.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "How to say it.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var strict = new Option<bool>("--strict") { Description = "Fail if there are warnings, too." };
        var watch = new Option<bool>("--watch") { Description = "Continue, and check files when they are saved." };
        var command = new Command("check", "Report what is wrong with scripts. It fails if there are errors.") { paths, format, strict, watch };
        command.Validators.Add(given =>
        {
            if (given.GetValue(watch) && given.GetResult(format) is { Implicit: false } && given.GetValue(format) is not "text")
                given.AddError("--watch has no end, so it goes only with --format text.");
        });
        command.SetAction(given => RunAsync(given.GetValue(paths), given.GetValue(format)!, given.GetValue(strict), given.GetValue(watch)));
        return command;
    }

    private static async Task<int> RunAsync(string[]? given, string format, bool isStrict, bool watches)
    {
        if (Models.Find(given) is not { } paths)
            return given is { Length: > 0 } ? ExitCodes.WrongUse : ExitCodes.Failure;
        if (watches)
            return await WatchAsync(paths);
        var files = ScriptCompiler.CheckAll(paths);
        if (files.Count == 0)
        {
            Console.Error.WriteLine($"There is no script in {string.Join(", ", paths.Paths)}.");
            return ExitCodes.WrongUse;
        }
        switch (format)
        {
            case "json":
                StructuredReport.WriteJson(files, Console.Out);
                break;
            case "sarif":
                StructuredReport.WriteSarif(files, Console.Out);
                break;
            case "github":
                GitHubReport.Write(files, Console.Out);
                break;
            default:
                TextReport.Write(files, Console.Out);
                break;
        }
        return ExitCode(files, isStrict);
    }

    // It ends when the user presses Ctrl-C or the reader of the output is gone.
    private static async Task<int> WatchAsync(ScriptPaths paths)
    {
        using var scripts = new LiveScripts(paths, watches: true);
        await scripts.Loaded;
        TextReport.Write(scripts.Current.Files, Console.Out);
        var end = new TaskCompletionSource<int>();
        scripts.Changed += change =>
        {
            try
            {
                Console.Out.WriteLine(News.Of(change));
                if (!change.IsGone)
                    TextReport.Write([change.File], Console.Out);
            }
            catch (IOException e)
            {
                end.TrySetException(e);
            }
        };
        return await end.Task;
    }

    private static int ExitCode(IEnumerable<LoadedScript> files, bool isStrict)
    {
        var least = isStrict ? FindingSeverity.Warning : FindingSeverity.Error;
        return files.SelectMany(file => file.Findings).Any(finding => finding.Severity >= least) ? ExitCodes.Failure : ExitCodes.Success;
    }
}
