using Eliza.Generator.Emit;
using Eliza.Generator.Language;
using Eliza.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Eliza.Generator.Pipeline;

/// <summary>A script of the project.</summary>
internal sealed record ScriptFile(string Path, string Text)
{
    public static ScriptFile Read(AdditionalText file, CancellationToken cancellation) => new(file.Path, file.GetText(cancellation)?.ToString() ?? FileFormats.Binary);
}

/// <summary>The names of a script.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Name">What users call it: the file's name without extension.</param>
/// <param name="PropertyName">The same as a name in C#.</param>
internal sealed record ScriptName(string Path, string Name, string PropertyName)
{
    /// <summary>The other members of the class <c>Scripts</c>.</summary>
    public static readonly string[] Reserved = ["All", "Find", "MapOf", "Maps"];

    public static ScriptName Of(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return new(path, name, new NamePool([.. Reserved, Files.Scripts]).Take(name, "Script"));
    }
}

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

/// <summary>What the C# of a script is made of.</summary>
internal sealed record NamedModel(ScriptName Name, ScriptModel? Model)
{
    public ScriptSource ToSource(Target target, CancellationToken cancellation) =>
        new($"Scripts.{Name.PropertyName}.g.cs", ScriptEmitter.Emit(Name.Name, Name.PropertyName, target.RootNamespace, target.IsTooOld, Model, cancellation));
}

/// <summary>What the map of a script is made of.</summary>
internal sealed record NamedMap(ScriptName Name, MapModel Map)
{
    public ScriptSource ToSource(Target target) =>
        new($"Scripts.{Name.PropertyName}.Map.g.cs", MapEmitter.Emit(Path.GetFileName(Name.Path), Name.PropertyName, target.RootNamespace, target.IsTooOld, Map));
}
