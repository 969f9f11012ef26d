using Eliza.Generator.Pipeline;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>Does in this process what a build does: script text, C#, a script that talks.</summary>
public static class ScriptCompiler
{
    /// <summary>Compiles a script. It is loaded so that it goes when nobody holds it or its conversations any more.</summary>
    /// <param name="path">Its file, which gives it its name and need not be there.</param>
    /// <param name="text">What it says.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static CompiledScript Compile(string path, string text, CancellationToken cancellation = default)
    {
        var code = GeneratedCode.Of(path, text, cancellation);
        if (code.HasErrors)
            return CompiledScript.Refused(code.Findings);
        if (!ScriptAssembly.TryLoad(code.Trees, out var assembly, out var errors))
            return CompiledScript.Refused([Finding.OfFile(path, errors[0].Id, $"The generated C# does not compile, which is a fault of the generator: {errors[0]}", "Faulty C#")]);
        var scripts = assembly.GetType("Scripts", throwOnError: true)!;
        var script = ((IReadOnlyList<Script>)scripts.GetProperty("All")!.GetValue(null)!).Single();
        return new(script, (ScriptMap)scripts.GetMethod("MapOf")!.Invoke(null, [script])!, code.Findings);
    }

    /// <summary>What is wrong with a script, without compiling it further.</summary>
    /// <inheritdoc cref="Compile"/>
    public static IReadOnlyList<Finding> Check(string path, string text, CancellationToken cancellation = default) =>
        GeneratedCode.Of(path, text, cancellation).Findings;

    /// <summary>What is wrong with the scripts of some files and folders, without compiling them further.</summary>
    public static IReadOnlyList<LoadedScript> CheckAll(ScriptPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = paths.Files();
        var clashes = Clashes(files);
        return [.. files.Select(path => LoadedScript.Checked(path, clashes.GetValueOrDefault(path)))];
    }

    /// <summary>Of files whose names a build could not tell apart all but the first, with what it would report.</summary>
    internal static IReadOnlyDictionary<string, Finding> Clashes(IEnumerable<string> paths) =>
        NameClashes.Find(paths.Select(ScriptName.Of)).SelectMany(clash => clash.ToDiagnostics()).Select(Finding.Of).ToDictionary(finding => finding.Path);
}
