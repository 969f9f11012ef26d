using Eliza.Generator.Emit;
using Eliza.Generator.Model;

namespace Eliza.Generator.Pipeline;

/// <summary>The map of a script with its name, from which the C# of the map is generated.</summary>
internal sealed record NamedMap(ScriptName Name, MapModel Map)
{
    public ScriptSource ToSource(Target target) =>
        new($"Scripts.{Name.PropertyName}.Map.g.cs", MapEmitter.Emit(Path.GetFileName(Name.Path), Name.PropertyName, target, Map));
}
