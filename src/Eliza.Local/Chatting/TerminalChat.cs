using Eliza.Runtime;

namespace Eliza.Local.Chatting;

/// <summary>A conversation as a person has it: greeting, prompt, farewell.</summary>
internal static class TerminalChat
{
    private const string Prompt = "> ";

    /// <summary>Talks until the user says one of the script's last words or the input ends.</summary>
    public static void Run(Script script, TextReader input, TextWriter output)
    {
        var conversation = script.Start();
        if (script.Greeting.Length > 0)
            output.WriteLine(script.Greeting);
        while (!conversation.IsOver)
        {
            output.Write(Prompt);
            output.Flush();
            if (input.ReadLine() is not { } line)
            {
                Leave(script, output);
                return;
            }
            output.WriteLine(conversation.Reply(line));
        }
    }

    /// <summary>Takes leave of a user who went without a word.</summary>
    public static void Leave(Script script, TextWriter output)
    {
        output.WriteLine();
        if (script.Farewell.Length > 0)
            output.WriteLine(script.Farewell);
        output.Flush();
    }
}
