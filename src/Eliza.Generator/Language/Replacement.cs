namespace Eliza.Generator.Language;

/// <summary>A replacement for a part of a script. If that part is empty, the text is inserted there. In a <see cref="Fix"/> its length may go over line ends.</summary>
public sealed record Replacement(Place Place, string Text);
