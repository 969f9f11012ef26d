using System.Buffers;

namespace Eliza.Cli.Writing;

/// <summary>Writes a small script that talks, to begin with.</summary>
internal static class NewScript
{
    private const string Template = "template.txt";
    private const string Ending = ".txt";

    private static readonly SearchValues<char> NoNames = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>The name that is meant, without the ending of files; null if no script can have it. No such name leads out of a folder.</summary>
    public static string? NameOf(string given)
    {
        var name = given.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? given[..^Ending.Length] : given;
        return name.Length == 0 || name != name.Trim() || name.StartsWith('.') || name.AsSpan().ContainsAny(NoNames) || name.Any(char.IsControl) ? null : name;
    }

    /// <summary>Writes the file, which is not there yet.</summary>
    /// <param name="folder">The folder, which is made if it is not there.</param>
    /// <param name="name">What <see cref="NameOf"/> gave.</param>
    /// <exception cref="IOException">It cannot be written, or is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        using var template = typeof(NewScript).Assembly.GetManifestResourceStream(Template)!;
        using var file = new FileStream(PathOf(folder, name), FileMode.CreateNew);
        template.CopyTo(file);
    }

    /// <summary>The file of a script.</summary>
    public static string PathOf(string folder, string name) => Path.Combine(folder, name + Ending);
}
