using System.CommandLine;
using Eliza.Cli;
using Eliza.Cli.Chatting;
using Eliza.Cli.Checking;
using Eliza.Cli.Covering;
using Eliza.Cli.Editing;
using Eliza.Cli.Evaluating;
using Eliza.Cli.Serving;
using Eliza.Cli.Writing;

CompilerFiles.Register();
StandardOutput.Open();
var eliza = new RootCommand("Talks as ELIZA did in 1966, by the rules of scripts that you write.")
{
    ServeCommand.Create(),
    ChatCommand.Create(),
    CheckCommand.Create(),
    NewCommand.Create(),
    CoverageCommand.Create(),
    LspCommand.Create(),
    EvaluateCommand.Create(),
};
return await CommandLine.RunAsync(ServeCommand.MakeDefault(eliza), args);
