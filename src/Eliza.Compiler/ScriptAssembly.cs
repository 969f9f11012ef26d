using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using Eliza.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Compiler;

/// <summary>C# that is compiled and loaded in memory. It is unloaded when nothing refers to it any more.</summary>
internal static class ScriptAssembly
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Script",
        references: References(),
        options: new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false, deterministic: true));

    /// <summary>Compiles and loads C#. Errors in the C# are faults of the generator; they are returned.</summary>
    public static bool TryLoad(IEnumerable<SyntaxTree> trees, [NotNullWhen(true)] out Assembly? assembly, out IReadOnlyList<Diagnostic> errors, CancellationToken cancellation = default)
    {
        using var image = new MemoryStream();
        errors = [.. Empty.AddSyntaxTrees(trees).Emit(image, cancellationToken: cancellation).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)];
        image.Position = 0;
        assembly = errors.Count == 0 ? new Context().LoadFromStream(image) : null;
        return assembly is not null;
    }

    // Only the assemblies that generated code calls, because each reference takes time.
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
        // Generated code must use the Eliza.Runtime that is already loaded.
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(Script).Assembly.GetName().Name ? typeof(Script).Assembly : null;
    }
}
