namespace Eliza.Generator.Language;

/// <summary>A finding: its rule, its place, and the arguments of its message.</summary>
public sealed record ScriptDiagnostic(ScriptRule Rule, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>The replacements that fix it, if they are known. They belong together, are in the order of the file, and do not overlap.</summary>
    public EquatableArray<Replacement> Replacements { get; init; }

    /// <summary>Other ways to fix it, of which its author chooses one.</summary>
    public EquatableArray<Fix> Fixes { get; init; }
}
