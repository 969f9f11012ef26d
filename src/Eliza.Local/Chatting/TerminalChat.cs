using Eliza.Local.Tracing;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Local.Chatting;

/// <summary>A conversation as a person has it: greeting, prompt, farewell.</summary>
internal static class TerminalChat
{
    private const string Prompt = "> ";

    /// <summary>Talks until the user says one of the script's last words or the input ends.</summary>
    /// <param name="script">Who is talked with.</param>
    /// <param name="map">The script's map if each reply is to be followed by its trace, else null.</param>
    /// <param name="input">What the user types.</param>
    /// <param name="output">What the user sees.</param>
    public static void Run(Script script, ScriptMap? map, TextReader input, TextWriter output)
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
            if (map is null)
            {
                output.WriteLine(conversation.Reply(line));
                continue;
            }
            var trace = ReplyTrace.Of(conversation, line, map);
            output.WriteLine(trace.Reply);
            TraceText.Write(trace, output);
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
