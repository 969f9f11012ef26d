using System.CommandLine;
using System.Text;
using Eliza.Compiler;

namespace Eliza.Cli.Chatting;

/// <summary>Talks on standard input and output.</summary>
internal static class ChatCommand
{
    // Input and output are UTF-8, whatever the locale of the console.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var scripts = CommandLine.ScriptsOption();
        var model = CommandLine.ModelOption("The script to talk with. Default: doctor, or the first.");
        var plain = new Option<bool>("--plain") { Description = "One reply line for each line of standard input, and nothing else." };
        var trace = new Option<bool>("--trace") { Description = "Explain each reply." };
        var command = new Command("chat", "Talk in the terminal; /help there says what else it can do.") { model, scripts, plain, trace };
        command.Validators.Add(given =>
        {
            if (given.GetValue(plain) && given.GetValue(trace))
                given.AddError("--plain gives nothing but the replies: it goes without --trace.");
        });
        command.SetAction(given => RunAsync(given.GetValue(scripts), given.GetValue(model), given.GetValue(plain), given.GetValue(trace)));
        return command;
    }

    private static async Task<int> RunAsync(string[]? given, string? model, bool isPlain, bool traces)
    {
        if (Models.Find(given) is not { } paths)
            return given is { Length: > 0 } ? ExitCodes.WrongUse : ExitCodes.Failure;
        if (Models.Choose(paths, model) is not { } name)
            return ExitCodes.WrongUse;
        using var scripts = new LiveScripts(new ScriptPaths(paths.Paths) { Name = name }, watches: true);
        await scripts.Loaded;
        var file = scripts.Current.Find(name)!;
        Models.Report(file);
        if (file.Script is null)
            return ExitCodes.Failure;
        var talk = new Talk(file, () => scripts.Current.Find(name));
        if (isPlain)
            return Plain(talk);
        Converse(talk, scripts, traces);
        return ExitCodes.Success;
    }

    private static int Plain(Talk talk)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Utf8, detectEncodingFromByteOrderMarks: false);
        PlainChat.Run(talk, input, Console.Out);
        return ExitCodes.Success;
    }

    private static void Converse(Talk talk, LiveScripts scripts, bool traces)
    {
        Console.InputEncoding = Utf8;
        IChatConsole console = Console.IsInputRedirected || Console.IsOutputRedirected ? new PipedConsole(Console.In, Console.Out) : new TypedConsole();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            console.Show(output => TerminalChat.Leave(talk, output));
            Environment.Exit(ExitCodes.Success);
        };
        scripts.Changed += change => console.Notify($"[{News.WithError(change)}]");
        new TerminalChat(talk, console, traces).Run();
    }
}
