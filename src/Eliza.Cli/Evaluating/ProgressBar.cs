using System.Globalization;

namespace Eliza.Cli.Evaluating;

/// <summary>The last line of a terminal, which shows the progress. Without a terminal nothing is shown.</summary>
/// <param name="terminal">The terminal, or null.</param>
/// <param name="total">The number of questions.</param>
internal sealed class ProgressBar(TextWriter? terminal, int total) : IDisposable
{
    private const int Width = 30;

    // Moves to the beginning of the line and clears it.
    private const string EmptyLine = "\r\e[K";

    private string _shown = "";

    /// <summary>A bar on standard error. There is none if that is no terminal, or if other lines go to the same terminal.</summary>
    public static ProgressBar Open(int total, bool otherLines) => new(Console.IsErrorRedirected || (otherLines && !Console.IsOutputRedirected) ? null : Console.Error, total);

    /// <summary>Shows how many questions were asked, and the score so far.</summary>
    public void Show(ScoreTable table)
    {
        var full = (int)((long)table.Questions * Width / total);
        var line = string.Create(CultureInfo.InvariantCulture, $"[{new string('#', full)}{new string('.', Width - full)}] {100L * table.Questions / total} % of {total}, F1 {table.F1:F0}");
        if (line == _shown)
            return;
        terminal?.Write(EmptyLine + line);
        _shown = line;
    }

    /// <summary>Writes a line above the bar.</summary>
    public void Tell(string line)
    {
        Dispose();
        Console.Error.WriteLine(line);
    }

    /// <summary>Removes the bar.</summary>
    public void Dispose()
    {
        if (_shown.Length > 0)
            terminal?.Write(EmptyLine);
        _shown = "";
    }
}
