using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>The scripts at one moment. What is asked of one set goes together, whatever is saved meanwhile.</summary>
/// <param name="Files">The files, those that never gave a script too.</param>
public sealed record ScriptSet(IReadOnlyList<LoadedScript> Files)
{
    /// <summary>The scripts that talk, in the order of the files.</summary>
    public IReadOnlyList<Script> Scripts { get; } = [.. Files.Select(file => file.Script).OfType<Script>()];

    /// <summary>The file of a name, whatever its case, or null. One that talks comes before one that does not.</summary>
    public LoadedScript? Find(string name) => Files
        .Where(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .OrderBy(file => file.Script is null)
        .FirstOrDefault();

    /// <summary>Where the rules of a script of this set stand, or null for another script.</summary>
    public ScriptMap? MapOf(Script script) => Files.FirstOrDefault(file => file.Script == script)?.Map;
}
