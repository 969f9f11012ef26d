namespace Eliza.Runtime.Engine;

/// <summary>
/// What a reply may cost, so that no script and no line can hang it: links and rewriting make a script a Turing
/// machine. Trying a keyword costs one, and one for each word it is tried on; trying it again on the same words
/// costs one.
/// </summary>
internal struct Budget(int words)
{
    /// <summary>What every reply may cost.</summary>
    public const long Base = 1_000_000;

    /// <summary>What it may cost more for each word of the line.</summary>
    public const long PerWord = 64;

    /// <summary>What is left.</summary>
    public long Left { get; private set; } = Base + (PerWord * words);

    /// <summary>Whether there was enough left.</summary>
    public bool TrySpend(long cost) => (Left -= cost) >= 0;
}
