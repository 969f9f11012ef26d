using System.Reflection;
using System.Runtime.Loader;

namespace Eliza.Cli;

/// <summary>
/// Loads the C# compiler from the SDK of this runtime, or else from the folder <c>compiler</c> beside the program. The files of the
/// SDK start faster, because they hold native code.
/// </summary>
internal static class CompilerFiles
{
    private const string Prefix = "Microsoft.CodeAnalysis";

    /// <summary>Must be called before any code that uses a type of the compiler.</summary>
    public static void Register() => AssemblyLoadContext.Default.Resolving += Load;

    private static Assembly? Load(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name?.StartsWith(Prefix, StringComparison.Ordinal) != true)
            return null;
        var file = Folders().Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);
        return file is null ? null : context.LoadFromAssemblyPath(file);
    }

    private static IEnumerable<string> Folders()
    {
        // The path is ROOT/shared/Microsoft.NETCore.App/VERSION/System.Private.CoreLib.dll.
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Versions(Path.Combine(root, "sdk"))
            .Where(version => version.Major == Environment.Version.Major)
            .OrderDescending()
            .Select(version => Path.Combine(root, "sdk", version.ToString(), "Roslyn", "bincore"))
            .Append(Path.Combine(AppContext.BaseDirectory, "compiler"));
    }

    private static IEnumerable<Version> Versions(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Select(path => Version.TryParse(Path.GetFileName(path), out var version) ? version : null).OfType<Version>()
        : [];
}
