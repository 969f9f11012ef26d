using Eliza.Compiler;

namespace Eliza.Cli;

/// <summary>The scripts that a command works with.</summary>
internal static class Models
{
    private const string Folder = "scripts";
    private const string Default = "doctor";

    /// <summary>The given files and folders. Without any, the nearest folder <c>scripts</c> with a script, in this folder or one above it.</summary>
    /// <remarks>Standard error gets the name of a file that the author may take for a script and that is none.</remarks>
    /// <returns>Null, with a message on standard error, if a path does not exist or there is no such folder.</returns>
    public static ScriptPaths? Find(IReadOnlyList<string>? given)
    {
        var missing = given?.FirstOrDefault(path => !Path.Exists(path));
        if (missing is null && (given is { Count: > 0 } ? new ScriptPaths(given) : FindFolder()) is { } paths)
        {
            foreach (var file in paths.Overlooked())
                Console.Error.WriteLine($"{file} looks like a script and is not read: only files NAME.txt and NAME.eliza are, right in the folder. Move or rename it, or name it on the command line.");
            return paths;
        }
        Console.Error.WriteLine(missing is null
            ? $"There is no folder '{Folder}' with a script in it, neither in {Directory.GetCurrentDirectory()} nor above. 'eliza new NAME' makes a script."
            : $"There is no file or folder '{missing}'.");
        return null;
    }

    /// <summary>The names of the scripts that are found without options.</summary>
    public static IEnumerable<string> Names() => FindFolder() is { } paths ? NamesIn(paths) : [];

    /// <summary>The name of the script to use: the given one, else <c>doctor</c>, else the first.</summary>
    /// <returns>Null, with a message on standard error, if there is no such script.</returns>
    public static string? Choose(ScriptPaths paths, string? given)
    {
        var names = NamesIn(paths).ToList();
        var name = given ?? (names.Contains(Default, StringComparer.OrdinalIgnoreCase) ? Default : names.FirstOrDefault(Default));
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
            return name;
        Console.Error.WriteLine($"There is no model '{name}'. There is: {string.Join(", ", names)}.");
        return null;
    }

    /// <summary>Writes the findings of a script to standard error, as a build does.</summary>
    public static void Report(LoadedScript file)
    {
        foreach (var finding in file.Findings.Where(finding => finding.Severity >= FindingSeverity.Warning))
            Console.Error.WriteLine(finding);
    }

    /// <summary>The names of the scripts of some files and folders.</summary>
    public static IEnumerable<string> NamesIn(ScriptPaths paths) => paths.Files().Select(file => Path.GetFileNameWithoutExtension(file)!);

    private static ScriptPaths? FindFolder()
    {
        var here = Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(here); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Folder);
            if (new ScriptPaths(path).Files().Count > 0)
                return new ScriptPaths(Path.GetRelativePath(here, path));
        }
        return null;
    }
}
