using System.Buffers;
using Eliza.Compiler;

namespace Eliza.Cli.Writing;

/// <summary>A small script for an author to start with.</summary>
/// <param name="Name">Its name, which has no part of a path.</param>
/// <param name="Ending">The ending of its file.</param>
internal sealed record NewScript(string Name, string Ending)
{
    private const string Template = "template.txt";

    private static readonly SearchValues<char> NoNames = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>The script for a name with or without an ending; null if a script cannot have this name.</summary>
    public static NewScript? Of(string given)
    {
        var ending = ScriptPaths.EndingOf(given);
        var name = given[..^(ending?.Length ?? 0)];
        return name.Length == 0 || name != name.Trim() || name.StartsWith('.') || name.AsSpan().ContainsAny(NoNames) || name.Any(char.IsControl)
            ? null
            : new(name, ending ?? ScriptPaths.Endings[0]);
    }

    /// <summary>Writes the file, which must not exist.</summary>
    /// <param name="folder">The folder. It is made if it does not exist.</param>
    /// <exception cref="IOException">The file cannot be written, or there is already a script of this name.</exception>
    /// <exception cref="UnauthorizedAccessException">The program has no right to write it.</exception>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var template = typeof(NewScript).Assembly.GetManifestResourceStream(Template)!;
        using var file = new FileStream(PathIn(folder), FileMode.CreateNew);
        template.CopyTo(file);
    }

    /// <summary>The path of a file of this name that exists, whatever its ending, or else the path of the new file.</summary>
    public string PathIn(string folder) => ScriptPaths.Endings.Select(ending => Path.Combine(folder, Name + ending)).FirstOrDefault(File.Exists) ?? Path.Combine(folder, Name + Ending);
}
