using Eliza.Generator.Emit;
using Eliza.Generator.Model;

namespace Eliza.Generator.Pipeline;

/// <summary>The names of a script.</summary>
/// <param name="Path">The path of its file.</param>
/// <param name="Name">Its name for users: the file's name without extension.</param>
/// <param name="PropertyName">Its name in C#.</param>
internal sealed record ScriptName(string Path, string Name, string PropertyName)
{
    /// <summary>The names that the class <c>Scripts</c> uses itself.</summary>
    public static readonly string[] Reserved = ["All", "Find", "MapOf", "Maps"];

    public static ScriptName Of(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return new(path, name, new NamePool([.. Reserved, Files.Scripts]).Take(name, "Script"));
    }
}
