namespace Eliza.Runtime.Maps;

/// <summary>An element of a decomposition.</summary>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Words">How many words it matches; 0 for any run of words.</param>
/// <param name="IsComponent">Whether reassemblies can refer to it: in the line language not to a literal word.</param>
public readonly record struct PatternElement(string Quote, int Words, bool IsComponent)
{
    /// <summary>Whether it matches any run of words, also none.</summary>
    public bool IsRun => Words == 0;
}
