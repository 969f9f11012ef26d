namespace Eliza.Compiler;

/// <summary>Where scripts are: files, and folders in which the files with an ending of scripts count. All of them may come and go.</summary>
/// <param name="paths">The files and folders.</param>
public sealed class ScriptPaths(params IReadOnlyList<string> paths)
{
    private const int MostOverlooked = 5;
    private const int LinesToKnowAScript = 200;

    private static readonly EnumerationOptions Nearby = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    /// <summary>What the files of scripts end with. A new one gets the first, unless its author says another.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".txt", ".eliza"];

    /// <summary>The files and folders, as they were given.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>The only script that counts, if not all do.</summary>
    public string? Name { get; init; }

    /// <summary>The scripts that are there now: each file that was given, and those of each folder that end as scripts do, not those of the folders in it.</summary>
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

    /// <summary>The ending of a script's file, whatever its case, or null if it ends otherwise.</summary>
    public static string? EndingOf(string file) => Endings.FirstOrDefault(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    internal static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : [];
        try
        {
            return [.. Directory.EnumerateFiles(path).Where(file => EndingOf(file) is not null).Order(StringComparer.Ordinal)];
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
