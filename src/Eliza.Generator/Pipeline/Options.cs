using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Eliza.Generator.Pipeline;

/// <summary>What the project's build passes to the generator, as <c>build/Eliza.Generator.props</c> defines it.</summary>
internal static class Options
{
    public static bool IsScript(AnalyzerConfigOptions file) =>
        file.TryGetValue("build_metadata.AdditionalFiles.SourceItemGroup", out var group) && group == "ElizaScript";

    /// <summary>The project's root namespace. It may be no valid name in C#, since its default is the name of the project's file.</summary>
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
