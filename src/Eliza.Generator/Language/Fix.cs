namespace Eliza.Generator.Language;

/// <summary>One of several ways to fix a finding, from which the author chooses.</summary>
/// <param name="Title">What it does, in a few words.</param>
/// <param name="Replacements">What it writes, in the order of the file, without overlaps.</param>
public sealed record Fix(string Title, EquatableArray<Replacement> Replacements);
