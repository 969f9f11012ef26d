using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Eliza.Generator;
using Eliza.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Eliza.Engine.Tests.Support;

/// <summary>Compiles scripts as a build does, with the real generator and compiler, and loads the result.</summary>
internal static class ScriptCompiler
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Script).Assembly.Location),
    ];

    private static readonly CSharpParseOptions ParseOptions = new(documentationMode: DocumentationMode.None);

    private static readonly ConcurrentDictionary<string, (Script? Script, string Errors)> Compiled = [];

    /// <summary>A compiled script, the same for the same text.</summary>
    /// <exception cref="ArgumentException">The generator refuses the script; the message says why.</exception>
    public static Script Compile(string script)
    {
        var (compiled, errors) = Compiled.GetOrAdd(script, text => Compile([text])[0]);
        return compiled ?? throw new ArgumentException(errors);
    }

    /// <summary>Compiles many scripts at once; of one that the generator refuses there are the errors.</summary>
    public static IReadOnlyList<(Script? Script, string Errors)> Compile(IReadOnlyList<string> scripts) => Compile(scripts, edit: null, added: null, out _);

    /// <summary>Compiles many scripts at once, with an edit made to the C# that the generator wrote, and some of one's own added.</summary>
    public static IReadOnlyList<(Script? Script, string Errors)> Compile(IReadOnlyList<string> scripts, Func<string, string>? edit, string? added, out Assembly assembly)
    {
        var files = scripts.Select((script, i) => new ScriptFile($"script{i}.txt", script)).ToList();
        var compilation = CSharpCompilation.Create(
            "Scripts", [], References, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false));
        CSharpGeneratorDriver
            .Create([new ElizaGenerator().AsSourceGenerator()], files, ParseOptions, new BuildOptions())
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var diagnostics);
        diagnostics.Where(one => one.Id == "CS8785").ShouldBeEmpty();

        if (added is not null) complete = complete.AddSyntaxTrees(CSharpSyntaxTree.ParseText(added, ParseOptions, "Added.cs"));
        foreach (var tree in edit is null ? [] : complete.SyntaxTrees)
        {
            complete = complete.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edit!(tree.ToString()), ParseOptions, tree.FilePath));
        }

        using var image = new MemoryStream();
        complete.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty("the generated C# must compile");
        image.Position = 0;
        assembly = new AssemblyLoadContext("scripts", isCollectible: true).LoadFromStream(image);
        var find = assembly.GetType("Test.Scripts", throwOnError: true)!.GetMethod("Find")!;

        return [.. files.Select(file =>
        {
            var errors = string.Join('\n', diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error && one.Location.GetLineSpan().Path == file.Path));
            return (errors.Length > 0 ? null : (Script?)find.Invoke(null, [Path.GetFileNameWithoutExtension(file.Path)]), errors);
        })];
    }

    private sealed class ScriptFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class BuildOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new() { ["build_property.RootNamespace"] = "Test" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Options(new() { ["build_metadata.AdditionalFiles.SourceItemGroup"] = "ElizaScript" });
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
