namespace Eliza.Cli.Covering;

/// <summary>The lines of a user, and the replies that are expected.</summary>
/// <param name="Name">The path of its file, as the user gave it.</param>
/// <param name="Lines">The lines in order.</param>
internal sealed record Transcript(string Name, IReadOnlyList<TranscriptLine> Lines)
{
    /// <summary>
    /// Reads a file. Each line has the user's text and may have a tab and the expected reply. Lines without text and lines that
    /// begin with <c>#</c> are ignored. A line that begins with a tab means that the user says nothing.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The program has no right to read the file.</exception>
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

    /// <summary>The script for this transcript: the one named like the file's folder, or like the beginning of the file's name; or null.</summary>
    public string? ScriptAmong(IEnumerable<string> scripts)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(Name)));
        var file = Path.GetFileName(Name);
        var names = scripts.ToList();
        return names.FirstOrDefault(name => name.Equals(folder, StringComparison.OrdinalIgnoreCase))
            ?? names.Where(name => file.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (file.Length == name.Length || !char.IsLetterOrDigit(file[name.Length]))).MaxBy(name => name.Length);
    }
}
