using System.Buffers;
using Eliza.Compiler;

namespace Eliza.Cli.Writing;

/// <summary>A small script that talks, to begin with.</summary>
/// <param name="Name">Its name, which leads out of no folder.</param>
/// <param name="Ending">What its file ends with.</param>
internal sealed record NewScript(string Name, string Ending)
{
    private const string Template = "template.txt";

    private static readonly SearchValues<char> NoNames = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>The script that is meant by a name, with or without the ending of files; null if no script can have it.</summary>
    public static NewScript? Of(string given)
    {
        var ending = ScriptPaths.EndingOf(given);
        var name = given[..^(ending?.Length ?? 0)];
        return name.Length == 0 || name != name.Trim() || name.StartsWith('.') || name.AsSpan().ContainsAny(NoNames) || name.Any(char.IsControl)
            ? null
            : new(name, ending ?? ScriptPaths.Endings[0]);
    }

    /// <summary>Writes the file, which is not there yet.</summary>
    /// <param name="folder">The folder, which is made if it is not there.</param>
    /// <exception cref="IOException">It cannot be written, or a script of this name is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var template = typeof(NewScript).Assembly.GetManifestResourceStream(Template)!;
        using var file = new FileStream(PathIn(folder), FileMode.CreateNew);
        template.CopyTo(file);
    }

    /// <summary>The file: one of this name that is there, whatever its ending, or where it goes.</summary>
    public string PathIn(string folder) => ScriptPaths.Endings.Select(ending => Path.Combine(folder, Name + ending)).FirstOrDefault(File.Exists) ?? Path.Combine(folder, Name + Ending);
}
