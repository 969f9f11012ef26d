using Eliza.Function.Logging;

namespace Eliza.Local.Serving;

/// <summary>The log on standard output, in UTF-8 whatever the console's locale.</summary>
internal static class ConsoleLog
{
    public static LogSink Open()
    {
        var output = Console.OpenStandardOutput();
        var turn = new Lock();
        return line =>
        {
            lock (turn)
                output.Write(line);
        };
    }
}
