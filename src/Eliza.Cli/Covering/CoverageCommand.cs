using System.CommandLine;
using Eliza.Compiler;

namespace Eliza.Cli.Covering;

/// <summary>Plays transcripts and reports the rules that they use: a regression test for the author of a script.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var scripts = CommandLine.ScriptsOption();
        var model = CommandLine.ModelOption("The script to play them with. Default: the one with the name of the transcript's folder, or of the beginning of its file name; else doctor, or the first.");
        var all = new Option<bool>("--all") { Description = "List every rule that is never used, and every reply that differs." };
        var files = new Argument<string[]>("FILE") { Description = "A transcript.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("coverage", "Play transcripts, and report the rules that they never use.") { files, model, all, scripts };
        command.SetAction(given => RunAsync(given.GetValue(scripts), given.GetValue(model), given.GetValue(files)!, given.GetValue(all)));
        return command;
    }

    /// <summary>Fails if a reply differs from the one in its transcript.</summary>
    private static async Task<int> RunAsync(string[]? given, string? model, string[] files, bool listsAll)
    {
        if (Models.Find(given) is not { } paths)
            return given is { Length: > 0 } ? ExitCodes.WrongUse : ExitCodes.Failure;
        if (Models.Choose(paths, model) is not { } usual)
            return ExitCodes.WrongUse;
        if (Read(files) is not { } transcripts)
            return ExitCodes.WrongUse;
        var exitCode = ExitCodes.Success;
        foreach (var group in transcripts.GroupBy(transcript => model is null ? transcript.ScriptAmong(Models.NamesIn(paths)) ?? usual : usual, StringComparer.OrdinalIgnoreCase))
        {
            using var scripts = new LiveScripts(new ScriptPaths(paths.Paths) { Name = group.Key });
            await scripts.Loaded;
            var file = scripts.Current.Find(group.Key)!;
            Models.Report(file);
            if (file is not { Script: { } script, Map: { } map })
            {
                exitCode = ExitCodes.Failure;
                continue;
            }
            var report = new CoverageReport(script, map, [.. group]);
            report.Write(Console.Out, listsAll);
            if (report.HasDifferences)
                exitCode = ExitCodes.Failure;
        }
        return exitCode;
    }

    private static List<Transcript>? Read(string[] files)
    {
        var transcripts = new List<Transcript>();
        foreach (var file in files)
        {
            try
            {
                transcripts.Add(Transcript.Read(file));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"Cannot read the transcript {file}: {e.Message}");
                return null;
            }
        }
        return transcripts;
    }
}
