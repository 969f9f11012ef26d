using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Eliza.Generator.Tests.Support;

/// <summary>What a build tells the generator: the root namespace, other properties, and that every <c>.txt</c> file is an <c>ElizaScript</c>.</summary>
internal sealed class ProjectOptions(string rootNamespace, params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private static readonly AnalyzerConfigOptions Script = new Values([("build_metadata.AdditionalFiles.SourceItemGroup", "ElizaScript")]);
    private static readonly AnalyzerConfigOptions Nothing = new Values([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([("build_property.RootNamespace", rootNamespace), .. properties.Select(one => ("build_property." + one.Name, one.Value))]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Nothing;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile.Path.EndsWith(".txt", StringComparison.Ordinal) ? Script : Nothing;

    private sealed class Values(IEnumerable<(string Key, string Value)> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string asked, [NotNullWhen(true)] out string? found)
        {
            found = values.FirstOrDefault(one => one.Key == asked).Value;
            return found is not null;
        }
    }
}
