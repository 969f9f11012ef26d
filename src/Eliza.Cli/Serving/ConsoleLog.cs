using Eliza.Service.Logging;

namespace Eliza.Cli.Serving;

/// <summary>The log on standard output, in UTF-8 whatever the locale of the console.</summary>
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
