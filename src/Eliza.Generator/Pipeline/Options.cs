using Microsoft.CodeAnalysis.Diagnostics;

namespace Eliza.Generator.Pipeline;

/// <summary>What the project's build tells the generator, by the items and properties of <c>build/Eliza.Generator.props</c>.</summary>
internal static class Options
{
    public static bool IsScript(AnalyzerConfigOptions file) =>
        file.TryGetValue("build_metadata.AdditionalFiles.SourceItemGroup", out var group) && group == "ElizaScript";

    public static string RootNamespace(AnalyzerConfigOptions project) =>
        project.TryGetValue("build_property.RootNamespace", out var name) ? name : "";
}
