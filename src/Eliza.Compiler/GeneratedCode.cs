using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Eliza.Generator;
using Eliza.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Eliza.Compiler;

/// <summary>The generator's output for a script: C# and findings.</summary>
internal sealed record GeneratedCode(ImmutableArray<SyntaxTree> Trees, IReadOnlyList<Finding> Findings)
{
    public static readonly CSharpParseOptions Language = new(documentationMode: DocumentationMode.None);

    // The generator needs a compilation. It reads no C# of it, but it checks the version of the runtime in its references.
    private static readonly CSharpCompilation Nothing = CSharpCompilation.Create("Nothing", references: [MetadataReference.CreateFromFile(typeof(Script).Assembly.Location)]);

    public bool HasErrors => Findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>Runs the generator on a script, as the build of a project with only this script does.</summary>
    public static GeneratedCode Of(string path, string script, CancellationToken cancellation)
    {
        var result = CSharpGeneratorDriver
            .Create([new ElizaGenerator().AsSourceGenerator()], [new ScriptText(path, script)], Language, new Project())
            .RunGenerators(Nothing, cancellation)
            .GetRunResult();
        return result.Results[0].Exception is { } fault
            ? new([], [Finding.OfFile(path, "CS8785", $"The generator fails, which is a fault of its own: {fault}", "Generator failed")])
            : new(result.GeneratedTrees, [.. result.Diagnostics.Select(Finding.Of)]);
    }

    private sealed class ScriptText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Project : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new() { ["build_metadata.AdditionalFiles.SourceItemGroup"] = "ElizaScript" });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
