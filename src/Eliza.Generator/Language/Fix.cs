namespace Eliza.Generator.Language;

/// <summary>One of several ways to fix a finding. The author chooses one.</summary>
/// <param name="Title">The effect in a few words.</param>
/// <param name="Replacements">The replacements in the order of the file, without overlaps.</param>
public sealed record Fix(string Title, EquatableArray<Replacement> Replacements);
