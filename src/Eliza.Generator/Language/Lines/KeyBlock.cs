namespace Eliza.Generator.Language.Lines;

/// <summary>A <c>key:</c> line and the lines that belong to it, while they are read.</summary>
/// <param name="word">The keyword; null if it could not be read.</param>
/// <param name="named">The name of its class, if it is a keyword for all words of a class.</param>
/// <param name="rank">Its rank.</param>
internal sealed class KeyBlock(Token? word, Token? named, int rank)
{
    private readonly List<DecompositionSyntax> decompositions = [];
    private bool isDamaged = word is null;

    /// <summary>The keyword; null if it could not be read.</summary>
    public Token? Word => word;

    /// <summary>The current decomposition, to which reassemblies are added.</summary>
    public DecompositionBlock? Decomposition { get; private set; }

    /// <summary>A keyword for all words of a class.</summary>
    public static KeyBlock OfClass(Token named, int rank) => new(new("@" + named.Text, named.Place), named, rank);

    /// <summary>The block after a line that could not be read. The following lines are read, and nothing is reported as missing.</summary>
    public static KeyBlock Unread(KeyBlock? block)
    {
        block ??= new(null, null, 0);
        block.isDamaged = true;
        block.Decomposition ??= new(null, false, default);
        block.Decomposition.IsDamaged = true;
        return block;
    }

    /// <summary>Starts a decomposition of this keyword.</summary>
    public void Begin(DecompositionBlock decomposition) => Decomposition = decomposition;

    /// <summary>Ends the current decomposition.</summary>
    public void EndDecomposition(Findings findings)
    {
        if (Decomposition is not { } block) return;
        Decomposition = null;
        if (block.Reassemblies.Count == 0 && !block.IsDamaged) findings.Add(ScriptRules.DecompositionWithoutReassembly, block.Place);
        isDamaged |= block.Pattern is null;
        if (block.Pattern is not { } pattern) return;

        if (block.Memories.Count > 0) decompositions.Add(new(pattern.ToEquatableArray(), block.Memories.ToEquatableArray(), block.Place) { IsMemory = true });
        decompositions.Add(new(pattern.ToEquatableArray(), block.Reassemblies.ToEquatableArray(), block.Place) { IsMemory = block.IsMemory });
    }

    /// <summary>Ends the block and returns its keyword, or null if its word is missing.</summary>
    public KeywordSyntax? End(Findings findings)
    {
        EndDecomposition(findings);
        if (word is null) return null;
        if (decompositions.Count == 0 && !isDamaged) findings.Add(ScriptRules.KeywordWithoutDecomposition, word.Place, word.Text);
        return new(word) { Class = named, Rank = rank, Decompositions = decompositions.ToEquatableArray() };
    }
}
