using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>The result of compiling a script.</summary>
/// <param name="Script">The script, or null if it has errors.</param>
/// <param name="Map">The places of its rules, or null if it has errors.</param>
/// <param name="Findings">The findings, in the order of the file.</param>
public sealed record CompiledScript(Script? Script, ScriptMap? Map, IReadOnlyList<Finding> Findings)
{
    internal static CompiledScript Refused(IReadOnlyList<Finding> findings) => new(null, null, findings);
}
