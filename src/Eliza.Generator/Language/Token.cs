namespace Eliza.Generator.Language;

/// <summary>A word or a text as its author wrote it, and its place.</summary>
public sealed record Token(string Text, Place Place);
