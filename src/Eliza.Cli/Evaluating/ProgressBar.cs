using System.Globalization;

namespace Eliza.Cli.Evaluating;

/// <summary>A line at the end of a terminal that says how far the work is. On anything else there is none.</summary>
/// <param name="terminal">The terminal, or null.</param>
/// <param name="total">How many questions there are.</param>
internal sealed class ProgressBar(TextWriter? terminal, int total) : IDisposable
{
    private const int Width = 30;

    // To its beginning, and away with what it shows.
    private const string EmptyLine = "\r\e[K";

    private string _shown = "";

    /// <summary>The bar on standard error, unless that is no terminal or other lines go to the same.</summary>
    public static ProgressBar Open(int total, bool otherLines) => new(Console.IsErrorRedirected || (otherLines && !Console.IsOutputRedirected) ? null : Console.Error, total);

    /// <summary>Shows how many questions were asked, and what came of it.</summary>
    public void Show(ScoreTable table)
    {
        var full = (int)((long)table.Questions * Width / total);
        var line = string.Create(CultureInfo.InvariantCulture, $"[{new string('#', full)}{new string('.', Width - full)}] {100L * table.Questions / total} % of {total}, F1 {table.F1:F0}");
        if (line == _shown)
            return;
        terminal?.Write(EmptyLine + line);
        _shown = line;
    }

    /// <summary>Writes a line that stays.</summary>
    public void Tell(string line)
    {
        Dispose();
        Console.Error.WriteLine(line);
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_shown.Length > 0)
            terminal?.Write(EmptyLine);
        _shown = "";
    }
}
