using System.CommandLine;

namespace Eliza.Cli.Editing;

internal static class LspCommand
{
    public static Command Create()
    {
        var command = new Command("lsp", "Serve an editor: the Language Server Protocol over standard input and output.");
        // vscode-languageclient and others pass this option to choose a transport. The server has only this one.
        command.Options.Add(new Option<bool>("--stdio") { Description = "Accepted, because many editors pass it. The server has no other transport.", Hidden = true });
        command.SetAction(_ => RunAsync());
        return command;
    }

    /// <summary>Fails if the editor left without <c>shutdown</c>, as the protocol asks.</summary>
    private static async Task<int> RunAsync()
    {
        var output = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null); // only messages may go to standard output
        return await LanguageServer.RunAsync(output, Console.OpenStandardInput()) ? ExitCodes.Success : ExitCodes.Failure;
    }
}
