using System.CommandLine;

namespace Eliza.Cli.Editing;

/// <summary>Serves an editor.</summary>
internal static class LspCommand
{
    public static Command Create()
    {
        var command = new Command("lsp", "Serve an editor: the Language Server Protocol over standard input and output.");
        // vscode-languageclient and others say by which way they talk; there is one.
        command.Options.Add(new Option<bool>("--stdio") { Description = "Accepted, since many editors give it: there is no other way.", Hidden = true });
        command.SetAction(_ => RunAsync());
        return command;
    }

    /// <summary>Fails if the editor went without a goodbye, as the protocol has it.</summary>
    private static async Task<int> RunAsync()
    {
        var output = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null); // nothing but messages may go there
        return await LanguageServer.RunAsync(output, Console.OpenStandardInput()) ? ExitCodes.Success : ExitCodes.Failure;
    }
}
