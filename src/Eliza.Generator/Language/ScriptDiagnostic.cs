namespace Eliza.Generator.Language;

/// <summary>A finding: its rule, its place, and the arguments of its message.</summary>
public sealed record ScriptDiagnostic(ScriptRule Rule, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>The position of its place in the text of the script.</summary>
    public int Start { get; init; }

    /// <summary>The replacements that fix it, if they are known. They belong together, are in the order of the file, and do not overlap.</summary>
    public EquatableArray<Replacement> Replacements { get; init; }

    /// <summary>Other fixes. The author chooses one.</summary>
    public EquatableArray<Fix> Fixes { get; init; }
}
