using Eliza.Generator.Pipeline;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>Does the work of a build in this process: it makes C# from the text of a script, and a script that can talk from the C#.</summary>
public static class ScriptCompiler
{
    /// <summary>Compiles a script. The script is unloaded when nothing refers to it or its conversations any more.</summary>
    /// <param name="path">The path of its file, which gives it its name. The file need not exist.</param>
    /// <param name="text">The text of the script.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static CompiledScript Compile(string path, string text, CancellationToken cancellation = default)
    {
        var code = GeneratedCode.Of(path, text, cancellation);
        if (code.HasErrors)
            return CompiledScript.Refused(code.Findings);
        if (!ScriptAssembly.TryLoad(code.Trees, out var assembly, out var errors, cancellation))
            return CompiledScript.Refused([Finding.OfFile(path, errors[0].Id, $"The generated C# does not compile, which is a fault of the generator: {errors[0]}", "Faulty C#")]);
        var scripts = assembly.GetType("Scripts", throwOnError: true)!;
        var script = ((IReadOnlyList<Script>)scripts.GetProperty("All")!.GetValue(null)!).Single();
        return new(script, (ScriptMap)scripts.GetMethod("MapOf")!.Invoke(null, [script])!, code.Findings);
    }

    /// <summary>The findings of a script, without compiling its C#.</summary>
    /// <inheritdoc cref="Compile"/>
    public static IReadOnlyList<Finding> Check(string path, string text, CancellationToken cancellation = default) =>
        GeneratedCode.Of(path, text, cancellation).Findings;

    /// <summary>The findings of the scripts in some files and folders, without compiling their C#.</summary>
    public static IReadOnlyList<LoadedScript> CheckAll(ScriptPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = paths.Files();
        var clashes = Clashes(files);
        return [.. files.Select(path => LoadedScript.Checked(path, clashes.GetValueOrDefault(path)))];
    }

    /// <summary>Files that have the same name as an earlier one in a build, each with the finding that a build reports.</summary>
    internal static IReadOnlyDictionary<string, Finding> Clashes(IEnumerable<string> paths) =>
        NameClashes.Find(paths.Select(ScriptName.Of)).SelectMany(clash => clash.ToDiagnostics()).Select(Finding.Of).ToDictionary(finding => finding.Path);
}
