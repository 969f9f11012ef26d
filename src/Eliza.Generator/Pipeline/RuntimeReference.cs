using Microsoft.CodeAnalysis;

namespace Eliza.Generator.Pipeline;

/// <summary>The project's reference to <c>Eliza.Runtime</c>, which generated code calls. It has the same version as the generator.</summary>
internal static class RuntimeReference
{
    public static readonly Version Needed = typeof(RuntimeReference).Assembly.GetName().Version;

    /// <summary>The version in the project if it is another one, <c>none</c> if there is no such reference, or nothing if the version is right.</summary>
    public static string WrongVersionOf(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.FirstOrDefault(assembly => assembly.Name == "Eliza.Runtime") is not { Version: var version } ? "none"
        : version == Needed ? ""
        : version.ToString(3);
}
