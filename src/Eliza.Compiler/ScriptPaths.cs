namespace Eliza.Compiler;

/// <summary>Files of scripts, and folders with such files. All of them may come and go.</summary>
/// <param name="paths">The files and folders.</param>
public sealed class ScriptPaths(params IReadOnlyList<string> paths)
{
    private const int MostOverlooked = 5;
    private const int LinesToKnowAScript = 200;

    private static readonly EnumerationOptions Nearby = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    /// <summary>The endings of a script's file. A new file gets the first, unless its author chooses the other.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".txt", ".eliza"];

    /// <summary>The files and folders, unchanged.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>The name of the only script to use, or null to use all.</summary>
    public string? Name { get; init; }

    /// <summary>The scripts that exist now: the given files, and in each given folder the files with an ending of scripts, but not in its subfolders.</summary>
    public IReadOnlyList<string> Files() =>
        [.. paths.SelectMany(FilesOf).Where(file => Name is null || NameOf(file).Equals(Name, StringComparison.OrdinalIgnoreCase)).DistinctBy(Path.GetFullPath)];

    /// <summary>
    /// Files in these folders that their author may take for scripts and that are not used, because they are in a subfolder or have
    /// another ending. At most five, for a message.
    /// </summary>
    public IReadOnlyList<string> Overlooked()
    {
        var read = Files().ToHashSet();
        return [.. paths.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", Nearby))
            .Where(file => !read.Contains(file) && LooksLikeScript(file)).Order(StringComparer.Ordinal).Take(MostOverlooked)];
    }

    /// <summary>The ending of a script's file, ignoring case, or null if the file is no script.</summary>
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
            return []; // the folder was removed meanwhile, or cannot be read
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
