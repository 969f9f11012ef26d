using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Emit;

/// <summary>The class <c>Scripts</c> that is generated, and whether the project can compile it.</summary>
/// <param name="Namespace">The namespace of the class, or nothing for the global one.</param>
/// <param name="Visibility">The access modifier of the class: <c>internal</c> or <c>public</c>.</param>
/// <param name="OldLanguage">The project's version of C# if it is too old for the generated code, or nothing.</param>
internal sealed record Target(string Namespace, string Visibility, string OldLanguage)
{
    /// <summary>The first version with collection expressions, the newest feature that the generated code uses.</summary>
    public const LanguageVersion Needed = LanguageVersion.CSharp12;

    /// <summary>Whether the project's version of C# is too old for the generated code.</summary>
    public bool IsTooOld => OldLanguage.Length > 0;

    public static string OldLanguageOf(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < Needed and var version } ? version.ToDisplayString() : "";
}
