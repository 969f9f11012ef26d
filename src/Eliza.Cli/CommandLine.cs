using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Eliza.Cli;

/// <summary>Reads the command line and does what it says.</summary>
internal static class CommandLine
{
    private const string Suggestion = "Did you mean one of the following?";

    // The library must not end the process: the commands do that themselves.
    private static readonly InvocationConfiguration Invocation = new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = Manual.GiveTo(root).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return Refuse(parsed);
        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (IOException e) when (StandardOutput.IsGone(e))
        {
            return ExitCodes.Success;
        }
    }

    /// <summary>An option for the files and folders that scripts are in.</summary>
    public static Option<string[]> ScriptsOption() => new("--scripts")
    {
        Description = "A script, or a folder of scripts; may be given several times. Default: the folder 'scripts' here or above.",
        HelpName = "PATH",
    };

    /// <summary>An option for the name of a script.</summary>
    public static Option<string?> ModelOption(string description)
    {
        var option = new Option<string?>("--model") { Description = description, HelpName = "NAME" };
        option.CompletionSources.Add(_ => Models.Names());
        return option;
    }

    // One line, as people and programs expect it. The library would print the whole help.
    private static int Refuse(ParseResult parsed)
    {
        var hint = SuggestionsFor(parsed) is [var first, ..] ? $" Did you mean '{first}'?" : "";
        Console.Error.WriteLine($"{parsed.Errors[0].Message}{hint} {NameOf(parsed.CommandResult)} --help shows what there is.");
        return ExitCodes.WrongUse;
    }

    private static string NameOf(CommandResult result) => result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : "eliza";

    /// <summary>The library's suggestions for the first word that it does not know.</summary>
    private static string[] SuggestionsFor(ParseResult parsed)
    {
        if (parsed.Action is not ParseErrorAction action)
            return [];
        action.ShowHelp = false;
        using var said = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = said, Error = TextWriter.Null });
        var lines = said.ToString().Split('\n', StringSplitOptions.TrimEntries);
        return lines[0].EndsWith(Suggestion, StringComparison.Ordinal) ? [.. lines.Skip(1).TakeWhile(line => line.Length > 0 && !line.EndsWith(Suggestion, StringComparison.Ordinal))] : [];
    }
}
