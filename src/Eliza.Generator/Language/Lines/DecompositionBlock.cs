namespace Eliza.Generator.Language.Lines;

/// <summary>A <c>decomp:</c> line and the lines that belong to it. Its pattern is null if it could not be read.</summary>
internal sealed class DecompositionBlock(List<ElementSyntax>? pattern, bool isMemory, Place place)
{
    public List<ElementSyntax>? Pattern => pattern is { Count: > 0 } ? pattern : null;

    public bool IsMemory => isMemory;

    public Place Place => place;

    public bool IsDamaged { get; set; } = pattern is not { Count: > 0 };

    public List<ReassemblySyntax> Reassemblies { get; } = [];

    /// <summary>The texts of a <c>$</c> decomposition with the same pattern, if there is one just before this decomposition.</summary>
    public List<ReassemblySyntax> Memories { get; } = [];
}
