using Eliza.Generator.Emit;
using Eliza.Generator.Model;

namespace Eliza.Generator.Pipeline;

/// <summary>The model of a script with its name, from which its C# is generated.</summary>
internal sealed record NamedModel(ScriptName Name, ScriptModel? Model)
{
    public ScriptSource ToSource(Target target, CancellationToken cancellation) =>
        new($"Scripts.{Name.PropertyName}.g.cs", ScriptEmitter.Emit(Name.Name, Name.PropertyName, target, Model, cancellation));
}
