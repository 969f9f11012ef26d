extern alias generator;
using System.Runtime.Loader;
using System.Text;
using Eliza.Runtime;
using generator::Eliza.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Eliza.Benchmarks;

/// <summary>A project with one script. It is built again and again, as in an editor.</summary>
internal sealed class ScriptBuild
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Scripts",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
        options: new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

    private GeneratorDriver _driver;
    private ScriptText _script;

    public ScriptBuild(string script)
    {
        _script = new ScriptText(script);
        _driver = CSharpGeneratorDriver.Create([new ElizaGenerator().AsSourceGenerator()], [_script], CSharpParseOptions.Default, new Project()).RunGenerators(Empty);
    }

    /// <summary>The number of errors and warnings of the generator.</summary>
    public int Diagnostics => _driver.GetRunResult().Diagnostics.Length;

    /// <summary>Runs the generator on a changed script.</summary>
    public int Regenerate(string script)
    {
        var changed = new ScriptText(script);
        _driver = _driver.ReplaceAdditionalText(_script, changed).RunGenerators(Empty);
        _script = changed;
        return _driver.GetRunResult().GeneratedTrees.Length;
    }

    /// <summary>Compiles the C# and loads the script.</summary>
    public Script Load()
    {
        _driver.RunGeneratorsAndUpdateCompilation(Empty, out var compilation, out _);
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        assembly.Position = 0;
        var scripts = new AssemblyLoadContext(name: null).LoadFromStream(assembly).GetType("Built.Scripts", throwOnError: true)!;
        return (Script)scripts.GetMethod("Find")!.Invoke(null, ["script"])!;
    }

    private sealed class ScriptText(string text) : AdditionalText
    {
        public override string Path => "script.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Project : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.RootNamespace", "Built");

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values("build_metadata.AdditionalFiles.SourceItemGroup", "ElizaScript");
    }

    private sealed class Values(string name, string content) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == name ? content : null;
            return value is not null;
        }
    }
}
