using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Eliza.Cli;

/// <summary>The text of <c>eliza --help</c>: every command, on one screen of 24 lines with 80 characters.</summary>
internal sealed class Manual(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    public const string Text =
        """
        eliza: talks as ELIZA did in 1966, by the rules of scripts that you write.

          eliza new NAME           write a small script that talks, to begin with
          eliza chat               talk here; /help there says what else it can do
              --trace, --plain     tell how a reply came about; write replies alone
          eliza check [PATH...]    tell what is wrong with scripts
              --watch, --strict    go on and check what is saved; fail for warnings
              --format FORMAT      text, json, sarif or github
          eliza coverage FILE...   play transcripts; tell which rules they never use
              --all                list all of them
          eliza evaluate FILE      ask a file's questions (SQuAD): exact match, F1
              --url, --no-context, --limit N, --phoenix URL   whom, how, and where
          eliza lsp                serve an editor (the Language Server Protocol)
          eliza, eliza serve       serve OpenAI's API, and a page to talk and see why
              --urls URL           where to listen (http://127.0.0.1:8080)
              --allowed-hosts NAME a further name by which it may be asked for
              --h2c-port, --read-only  a port for HTTP/2; the page changes no script

          --scripts PATH  a script, or a folder ('scripts' here or above); repeatable.
          --model NAME    which script, where one is meant: its file without ending.
        What you save is heard at once. Colours go with NO_COLOR=1. Exit codes: 0 all
        is well, 1 something is wrong (an error, another reply), 2 the command line is.
        'eliza COMMAND --help' tells more, 'eliza --version' the version.
        """;

    /// <summary>Makes the text the help of the root command. Other commands keep their help.</summary>
    public static RootCommand GiveTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Manual((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is not RootCommand)
            return usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return ExitCodes.Success;
    }
}
