namespace Eliza.Compiler;

/// <summary>Where scripts are: files, and folders whose text files are scripts. All of them may come and go.</summary>
/// <param name="paths">The files and folders.</param>
public sealed class ScriptPaths(params IReadOnlyList<string> paths)
{
    private const string Ending = ".txt";
    private const int MostOverlooked = 5;
    private const int LinesToKnowAScript = 200;

    private static readonly EnumerationOptions Nearby = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    /// <summary>The files and folders, as they were given.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>The only script that counts, if not all do.</summary>
    public string? Name { get; init; }

    /// <summary>The scripts that are there now: each file that was given, and the text files of each folder, not of the folders in it.</summary>
    public IReadOnlyList<string> Files() =>
        [.. paths.SelectMany(FilesOf).Where(file => Name is null || NameOf(file).Equals(Name, StringComparison.OrdinalIgnoreCase)).DistinctBy(Path.GetFullPath)];

    /// <summary>
    /// Files that their author may take for scripts of these folders, and that are none: they are in a folder within, or have
    /// another ending. The first five, for a message.
    /// </summary>
    public IReadOnlyList<string> Overlooked()
    {
        var read = Files().ToHashSet();
        return [.. paths.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", Nearby))
            .Where(file => !read.Contains(file) && LooksLikeScript(file)).Order(StringComparer.Ordinal).Take(MostOverlooked)];
    }

    internal static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : [];
        try
        {
            return [.. Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file).Equals(Ending, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // it went while it was read, or may not be read
        }
    }

    private static bool LooksLikeScript(string file)
    {
        try
        {
            return File.ReadLines(file).Take(LinesToKnowAScript).Select(line => line.TrimStart())
                .Any(line => line.StartsWith("reasmb:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("(NONE", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
