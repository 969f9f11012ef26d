using System.Globalization;
using Eliza.Generator.Language;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Eliza.Generator.Pipeline;

/// <summary>What the project's build passes to the generator, as <c>build/Eliza.Generator.props</c> defines it.</summary>
/// <param name="Namespace">The namespace of the class <c>Scripts</c>, or nothing for the global one.</param>
/// <param name="Visibility">The access modifier of that class: <c>internal</c> or <c>public</c>.</param>
/// <param name="Findings">The findings about the values of these properties.</param>
internal sealed record Settings(string Namespace, string Visibility, EquatableArray<ScriptDiagnostic> Findings)
{
    private const string NamespaceProperty = "ElizaScriptsNamespace";
    private const string VisibilityProperty = "ElizaScriptsVisibility";
    private static readonly string[] Visibilities = ["internal", "public"];

    public static bool IsScript(AnalyzerConfigOptions file) =>
        file.TryGetValue("build_metadata.AdditionalFiles.SourceItemGroup", out var group) && group == "ElizaScript";

    public static Settings Of(AnalyzerConfigOptions project)
    {
        var findings = new List<ScriptDiagnostic>();

        // The root namespace may be no valid name in C#, because its default is the name of the project's file.
        var asked = Value(project, NamespaceProperty);
        var name = NameOf(asked.Length > 0 ? asked : Value(project, "RootNamespace"));
        if (asked.Length > 0 && name.Replace("@", "") != asked) findings.Add(Wrong(NamespaceProperty, asked, "names of C# with a dot between them, such as 'Garden.Bots'"));

        asked = Value(project, VisibilityProperty);
        var visibility = asked.Length > 0 ? asked : Visibilities[0];
        if (!Visibilities.Contains(visibility))
        {
            findings.Add(Wrong(VisibilityProperty, asked, "'internal' or 'public'"));
            visibility = Visibilities[0];
        }

        return new(name, visibility, findings.ToEquatableArray());
    }

    private static string Value(AnalyzerConfigOptions project, string property) => project.TryGetValue("build_property." + property, out var value) ? value : "";

    private static ScriptDiagnostic Wrong(string property, string value, string instead) => new(ScriptRules.WrongProperty, default, new([property, value, instead]));

    private static string NameOf(string text) => string.Join(".", text.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(Identifier));

    private static string Identifier(string part)
    {
        var name = string.Concat(part
            .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            .Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_'));
        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0])) name = "_" + name;
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }
}
