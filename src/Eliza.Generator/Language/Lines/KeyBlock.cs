namespace Eliza.Generator.Language.Lines;

/// <summary>A <c>key:</c> line and the lines under it, as they are read.</summary>
internal sealed class KeyBlock(Token? word, int rank)
{
    private readonly List<DecompositionSyntax> decompositions = [];
    private bool isDamaged = word is null;

    /// <summary>The decomposition that reassemblies are added to.</summary>
    public DecompositionBlock? Decomposition { get; private set; }

    /// <summary>
    /// What to go on with behind a line that could not be read: whatever belongs under it is read, and nobody
    /// complains that it is missing.
    /// </summary>
    public static KeyBlock Unread(KeyBlock? block)
    {
        block ??= new(null, 0);
        block.isDamaged = true;
        block.Decomposition ??= new(null, false, default);
        block.Decomposition.IsDamaged = true;
        return block;
    }

    /// <summary>Starts a decomposition of this keyword.</summary>
    public void Begin(DecompositionBlock decomposition) => Decomposition = decomposition;

    /// <summary>Ends the decomposition that is being read.</summary>
    public void EndDecomposition(Findings findings)
    {
        if (Decomposition is not { } block) return;
        Decomposition = null;
        if (block.Reassemblies.Count == 0 && !block.IsDamaged) findings.Add(ScriptRules.DecompositionWithoutReassembly, block.Place);
        if (block.Pattern is { Count: > 0 } pattern)
            decompositions.Add(new(pattern.ToEquatableArray(), block.Reassemblies.ToEquatableArray(), block.Place) { IsMemory = block.IsMemory });
        else isDamaged = true;
    }

    /// <summary>Ends the block and gives its keyword, unless the word itself was missing.</summary>
    public KeywordSyntax? End(Findings findings)
    {
        EndDecomposition(findings);
        if (word is null) return null;
        if (decompositions.Count == 0 && !isDamaged) findings.Add(ScriptRules.KeywordWithoutDecomposition, word.Place, word.Text);
        return new(word) { Rank = rank, Decompositions = decompositions.ToEquatableArray() };
    }
}

/// <summary>A <c>decomp:</c> line and the lines under it; without a pattern if that could not be read.</summary>
internal sealed class DecompositionBlock(List<ElementSyntax>? pattern, bool isMemory, Place place)
{
    public List<ElementSyntax>? Pattern => pattern is { Count: > 0 } ? pattern : null;

    public bool IsMemory => isMemory;

    public Place Place => place;

    public bool IsDamaged { get; set; } = pattern is not { Count: > 0 };

    public List<ReassemblySyntax> Reassemblies { get; } = [];
}
