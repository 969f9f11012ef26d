using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>What became of a script.</summary>
/// <param name="Script">The script, or null if it has errors.</param>
/// <param name="Map">Where its rules stand, or null if it has errors.</param>
/// <param name="Findings">What is wrong with it, in the order of the file.</param>
public sealed record CompiledScript(Script? Script, ScriptMap? Map, IReadOnlyList<Finding> Findings)
{
    internal static CompiledScript Refused(IReadOnlyList<Finding> findings) => new(null, null, findings);
}
