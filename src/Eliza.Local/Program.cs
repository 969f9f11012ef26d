using Eliza.Function;
using Eliza.Local;
using Eliza.Local.Chatting;
using Eliza.Local.Covering;
using Eliza.Local.Serving;

var command = CommandLine.Parse(args);
switch (command)
{
    case { Fault: { } fault }:
        Console.Error.WriteLine(fault);
        return ExitCodes.WrongUse;
    case { WantsHelp: true }:
        Console.WriteLine(CommandLine.Help);
        return ExitCodes.Success;
    case { Kind: CommandKind.Chat }:
        return Models.Find(command.Model) is { } partner ? ChatCommand.Run(partner, command.IsPlain, command.Traces) : ExitCodes.WrongUse;
    case { Kind: CommandKind.Coverage }:
        return Models.Find(command.Model) is { } script ? CoverageCommand.Run(script, command.Transcripts, Console.Out, Console.Error) : ExitCodes.WrongUse;
    default:
        return await ServeCommand.RunAsync(Scripts.All, command.Urls);
}
