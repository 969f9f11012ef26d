using Eliza.Function;
using Eliza.Local;
using Eliza.Local.Chatting;
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
    case { Chats: true }:
        return ChatCommand.Run(Scripts.All, command.Model, command.IsPlain);
    default:
        return await ServeCommand.RunAsync(Scripts.All, command.Urls);
}
