using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using Eliza.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Compiler;

/// <summary>C# that is compiled in memory, and goes when nobody holds anything of it any more.</summary>
internal static class ScriptAssembly
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Script",
        references: References(),
        options: new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false, deterministic: true));

    /// <summary>Compiles and loads. If the C# has errors, which is the generator's fault, gives them instead.</summary>
    public static bool TryLoad(IEnumerable<SyntaxTree> trees, [NotNullWhen(true)] out Assembly? assembly, out IReadOnlyList<Diagnostic> errors)
    {
        using var image = new MemoryStream();
        errors = [.. Empty.AddSyntaxTrees(trees).Emit(image).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)];
        image.Position = 0;
        assembly = errors.Count == 0 ? new Context().LoadFromStream(image) : null;
        return assembly is not null;
    }

    // What generated code calls, and no more: each reference takes time.
    private static IEnumerable<MetadataReference> References()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string[])["System.Private.CoreLib", "System.Runtime", "System.Memory", "System.Collections"])
            .Select(name => Path.Combine(runtime, name + ".dll"))
            .Append(typeof(Script).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private sealed class Context() : AssemblyLoadContext("script", isCollectible: true)
    {
        // The same Eliza.Runtime as ours, wherever that was loaded.
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(Script).Assembly.GetName().Name ? typeof(Script).Assembly : null;
    }
}
