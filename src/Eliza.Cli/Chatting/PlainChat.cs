using System.Text;

namespace Eliza.Cli.Chatting;

/// <summary>A conversation as another program has it: for each line one line, and nothing else.</summary>
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

    // Only a newline ends a line; TextReader.ReadLine would end one at a lone carriage return too.
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
