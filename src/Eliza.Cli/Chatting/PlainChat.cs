using System.Text;

namespace Eliza.Cli.Chatting;

/// <summary>A conversation with another program: one output line for each input line, and nothing else.</summary>
internal static class PlainChat
{
    public static void Run(Talk talk, TextReader input, TextWriter output)
    {
        var line = new StringBuilder();
        while (TryReadLine(input, line))
        {
            output.Write(talk.Reply(line.ToString()).ReplaceLineEndings(" "));
            output.Write('\n');
        }
    }

    // Only a newline ends a line. TextReader.ReadLine would also end one at a carriage return without a newline.
    private static bool TryReadLine(TextReader input, StringBuilder line)
    {
        line.Clear();
        int read;
        while ((read = input.Read()) >= 0 && read != '\n')
            line.Append((char)read);
        if (line.Length > 0 && line[^1] == '\r')
            line.Length--;
        else if (line.Length == 0 && read < 0)
            return false;
        return true;
    }
}
