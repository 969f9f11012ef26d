using Eliza.Generator.Emit;
using Eliza.Generator.Language;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Pipeline;

/// <summary>Reports what prevents all scripts of a project from being compiled.</summary>
internal static class Obstacles
{
    /// <param name="settings">The settings of the project.</param>
    /// <param name="target">Where the generated code goes.</param>
    /// <param name="takenName">A name that generated code needs and the project uses, or nothing.</param>
    /// <param name="wrongRuntime">The version of <c>Eliza.Runtime</c> if it is not the right one, or nothing.</param>
    public static EquatableArray<ScriptDiagnostic> Of(Settings settings, Target target, string takenName, string wrongRuntime)
    {
        var found = new List<ScriptDiagnostic>(settings.Findings);
        if (target.IsTooOld) found.Add(new(ScriptRules.OldLanguage, default, new([Target.Needed.ToDisplayString(), target.OldLanguage])));
        if (takenName.Length > 0) found.Add(new(ScriptRules.TakenName, default, new([takenName])));
        if (wrongRuntime.Length > 0) found.Add(new(ScriptRules.WrongRuntime, default, new([RuntimeReference.Needed.ToString(3), wrongRuntime])));
        return found.ToEquatableArray();
    }
}
