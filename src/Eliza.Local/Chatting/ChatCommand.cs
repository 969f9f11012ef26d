using System.Text;
using Eliza.Function;
using Eliza.Runtime;

namespace Eliza.Local.Chatting;

/// <summary>Talks on standard input and output.</summary>
internal static class ChatCommand
{
    // Nobody's console locale must decide what ELIZA hears.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static int Run(Script script, bool isPlain, bool traces)
    {
        if (isPlain)
        {
            using var input = new StreamReader(Console.OpenStandardInput(), Utf8, detectEncodingFromByteOrderMarks: false);
            using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true };
            PlainChat.Run(script, input, output);
            return ExitCodes.Success;
        }
        Console.InputEncoding = Utf8;
        Console.OutputEncoding = Utf8;
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            TerminalChat.Leave(script, Console.Out);
            Environment.Exit(ExitCodes.Success);
        };
        TerminalChat.Run(script, traces ? Scripts.MapOf(script) : null, Console.In, Console.Out);
        return ExitCodes.Success;
    }
}
