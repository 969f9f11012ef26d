namespace Eliza.Compiler;

/// <summary>A change of a file.</summary>
/// <param name="File">The file after the change, or its last version if it was removed.</param>
/// <param name="IsGone">Whether it was removed.</param>
/// <param name="Scripts">All scripts after the change.</param>
public sealed record ScriptChange(LoadedScript File, bool IsGone, ScriptSet Scripts);
