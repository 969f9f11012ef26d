namespace Eliza.Generator.Language;

/// <summary>Replaces a part of a script. If the part is empty, the text is inserted there. In a <see cref="Fix"/> the part may have several lines.</summary>
public sealed record Replacement(Place Place, string Text);
