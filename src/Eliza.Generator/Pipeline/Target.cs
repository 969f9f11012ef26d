using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Pipeline;

/// <summary>Where the generated code goes.</summary>
/// <param name="RootNamespace">The namespace of the class <c>Scripts</c>, or nothing for the global one.</param>
/// <param name="OldLanguage">The version of C# that the project asks for, if it is too old for the code; else nothing.</param>
internal sealed record Target(string RootNamespace, string OldLanguage)
{
    /// <summary>The first version with collection expressions, the newest feature that the generated code uses.</summary>
    public const LanguageVersion Needed = LanguageVersion.CSharp12;

    /// <summary>Whether the project's C# cannot compile the code.</summary>
    public bool IsTooOld => OldLanguage.Length > 0;

    public static string OldLanguageOf(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < Needed and var version } ? version.ToDisplayString() : "";
}
