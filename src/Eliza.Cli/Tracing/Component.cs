namespace Eliza.Cli.Tracing;

/// <summary>A component of a decomposition.</summary>
/// <param name="Number">The number by which reassemblies refer to it.</param>
/// <param name="Element">The element in the script.</param>
/// <param name="Words">The words of the clause that it matched; may be empty.</param>
internal sealed record Component(int Number, string Element, string Words);
