using Eliza.Generator.Language;
using Eliza.Generator.Model;

namespace Eliza.Generator.Pipeline;

/// <summary>A compiled script: its model, or null if it has errors; its map; and its findings.</summary>
internal sealed record CompiledScript(ScriptName Name, ScriptModel? Model, MapModel Map, EquatableArray<ScriptDiagnostic> Findings)
{
    public static CompiledScript Compile(ScriptFile file, CancellationToken cancellation)
    {
        var (syntax, findings) = ScriptFrontEnd.Read(file.Text, cancellation);
        var hasErrors = findings.Any(finding => finding.Rule.Severity == ScriptSeverity.Error);
        var model = hasErrors ? null : ModelBuilder.Build(syntax, cancellation);
        return new(ScriptName.Of(file.Path), model, MapModel.Of(syntax, model), findings);
    }
}
