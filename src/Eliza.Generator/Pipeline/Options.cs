using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Eliza.Generator.Pipeline;

/// <summary>What the project's build tells the generator, by the items and properties of <c>build/Eliza.Generator.props</c>.</summary>
internal static class Options
{
    public static bool IsScript(AnalyzerConfigOptions file) =>
        file.TryGetValue("build_metadata.AdditionalFiles.SourceItemGroup", out var group) && group == "ElizaScript";

    /// <summary>The namespace in which a project has its code. The default is the project's file name, which need not be a name in C#.</summary>
    public static string RootNamespace(AnalyzerConfigOptions project) =>
        project.TryGetValue("build_property.RootNamespace", out var name)
            ? string.Join(".", name.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(Identifier))
            : "";

    private static string Identifier(string part)
    {
        var name = string.Concat(part
            .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            .Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_'));
        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0])) name = "_" + name;
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }
}
