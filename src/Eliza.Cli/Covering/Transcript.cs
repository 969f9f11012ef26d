namespace Eliza.Cli.Covering;

/// <summary>What a user says to a script, and what is expected back.</summary>
/// <param name="Name">Its file, as the user named it.</param>
/// <param name="Lines">What is said, in order.</param>
internal sealed record Transcript(string Name, IReadOnlyList<TranscriptLine> Lines)
{
    /// <summary>
    /// Reads a file: on each line what the user says and, if a tab follows, the reply that is expected. Lines that
    /// begin with <c>#</c> and lines without text are for the reader only; a line that begins with a tab stands for
    /// a user who says nothing.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Transcript Read(string path)
    {
        var lines = new List<TranscriptLine>();
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (text.StartsWith('#') || string.IsNullOrWhiteSpace(text))
                continue;
            var tab = text.IndexOf('\t', StringComparison.Ordinal);
            lines.Add(tab < 0 ? new(number, text, null) : new(number, text[..tab], text[(tab + 1)..]));
        }
        return new(path, lines);
    }

    /// <summary>The script of some whose name is that of the file's folder, or the beginning of the file's own; or null.</summary>
    public string? ScriptAmong(IEnumerable<string> scripts)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(Name)));
        var file = Path.GetFileName(Name);
        var names = scripts.ToList();
        return names.FirstOrDefault(name => name.Equals(folder, StringComparison.OrdinalIgnoreCase))
            ?? names.Where(name => file.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (file.Length == name.Length || !char.IsLetterOrDigit(file[name.Length]))).MaxBy(name => name.Length);
    }
}

/// <summary>One line of a transcript.</summary>
/// <param name="Number">Where it stands, counted from 1.</param>
/// <param name="Text">What the user says.</param>
/// <param name="Expected">The reply that is expected, or null if any will do.</param>
internal sealed record TranscriptLine(int Number, string Text, string? Expected);
