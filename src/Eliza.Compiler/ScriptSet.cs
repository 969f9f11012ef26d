using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Compiler;

/// <summary>The scripts at one moment. Files that are saved later do not change the set.</summary>
/// <param name="Files">The files, including those that never compiled.</param>
public sealed record ScriptSet(IReadOnlyList<LoadedScript> Files)
{
    /// <summary>The scripts that compiled, in the order of the files.</summary>
    public IReadOnlyList<Script> Scripts { get; } = [.. Files.Select(file => file.Script).OfType<Script>()];

    /// <summary>The file with a name, ignoring case, or null. A file with a script comes before one without.</summary>
    public LoadedScript? Find(string name) => Files
        .Where(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .OrderBy(file => file.Script is null)
        .FirstOrDefault();

    /// <summary>The places of the rules of a script in this set, or null for another script.</summary>
    public ScriptMap? MapOf(Script script) => Files.FirstOrDefault(file => file.Script == script)?.Map;
}
