using Eliza.Cli.Tracing;

namespace Eliza.Cli.Chatting;

/// <summary>A conversation with a person: greeting, prompt, farewell, and a few commands such as <c>/help</c>.</summary>
internal sealed class TerminalChat(Talk talk, IChatConsole console, bool traces)
{
    private const string Help =
        """
        /replay  say all your lines again, to the script as it is now
        /undo    take your last line back
        /new     begin anew
        /why     tell how the last reply came about
        /help    this
        Up and down bring back what you typed. Save the script, and the talk goes on with it. Ctrl-C or Ctrl-D ends.
        """;

    /// <summary>Talks until the user says a word that ends the conversation, or the input ends.</summary>
    public void Run()
    {
        Greet();
        while (!talk.IsOver)
        {
            if (console.ReadLine() is not { } line)
            {
                console.Show(output => Leave(talk, output));
                return;
            }
            console.Show(output => Answer(line, output));
        }
    }

    /// <summary>Says the farewell to a user who left without a word that ends the conversation.</summary>
    public static void Leave(Talk talk, TextWriter output)
    {
        output.WriteLine();
        if (talk.Farewell.Length > 0)
            output.WriteLine(talk.Farewell);
        output.Flush();
    }

    private void Greet()
    {
        if (talk.Greeting.Length > 0)
            console.Show(output => output.WriteLine(talk.Greeting));
    }

    private void Answer(string line, TextWriter output)
    {
        switch (line.Trim())
        {
            case "/help":
                output.WriteLine(Help);
                break;
            case "/new":
                talk.Begin();
                Greet();
                break;
            case "/undo":
                output.WriteLine(talk.Undo() ? "[Your last line is taken back.]" : "[You have said nothing yet.]");
                break;
            case "/why":
                Explain(output);
                break;
            case "/replay":
                Replay(output);
                break;
            case ['/', .. var command] when command.All(char.IsAsciiLetterLower) && command.Length > 0:
                output.WriteLine($"[There is no /{command}; /help says what there is.]");
                break;
            default:
                Reply(line, output);
                break;
        }
    }

    private void Reply(string line, TextWriter output)
    {
        if (!traces)
        {
            output.WriteLine(talk.Reply(line));
            return;
        }
        var trace = talk.Explain(line);
        output.WriteLine(trace.Reply);
        TraceText.Write(trace, output);
    }

    private void Explain(TextWriter output)
    {
        if (talk.ExplainLast() is not { } trace)
        {
            output.WriteLine("[You have said nothing yet.]");
            return;
        }
        output.WriteLine(trace.Reply);
        TraceText.Write(trace, output);
    }

    private void Replay(TextWriter output)
    {
        foreach (var (line, reply, before) in talk.Replay())
        {
            output.WriteLine(LineEditor.Prompt + line);
            output.WriteLine(reply);
            if (reply != before)
                output.WriteLine($"  [before: {before}]");
        }
    }
}
