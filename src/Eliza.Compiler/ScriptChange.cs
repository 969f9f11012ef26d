namespace Eliza.Compiler;

/// <summary>What became of a file.</summary>
/// <param name="File">The file as it is now; if it went, as it was.</param>
/// <param name="IsGone">Whether it went.</param>
/// <param name="Scripts">All scripts, with this change.</param>
public sealed record ScriptChange(LoadedScript File, bool IsGone, ScriptSet Scripts);
