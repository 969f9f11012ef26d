namespace Eliza.Runtime.Maps;

/// <summary>An element of a decomposition.</summary>
/// <param name="Quote">Its text in the script.</param>
/// <param name="Words">The number of words that it matches; 0 for any run of words.</param>
/// <param name="IsComponent">Whether reassemblies can refer to it. In the line language they cannot refer to a literal word.</param>
public readonly record struct PatternElement(string Quote, int Words, bool IsComponent)
{
    /// <summary>Whether it matches any run of words, also none.</summary>
    public bool IsRun => Words == 0;
}
