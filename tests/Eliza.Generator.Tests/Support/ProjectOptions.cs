using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Eliza.Generator.Tests.Support;

/// <summary>What a build tells the generator: the root namespace, and that every <c>.txt</c> file is an <c>ElizaScript</c>.</summary>
internal sealed class ProjectOptions(string rootNamespace) : AnalyzerConfigOptionsProvider
{
    private static readonly AnalyzerConfigOptions Script = new Values("build_metadata.AdditionalFiles.SourceItemGroup", "ElizaScript");
    private static readonly AnalyzerConfigOptions Nothing = new Values("", "");

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.RootNamespace", rootNamespace);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Nothing;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile.Path.EndsWith(".txt", StringComparison.Ordinal) ? Script : Nothing;

    private sealed class Values(string key, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string asked, [NotNullWhen(true)] out string? found)
        {
            found = asked == key ? value : null;
            return found is not null;
        }
    }
}
