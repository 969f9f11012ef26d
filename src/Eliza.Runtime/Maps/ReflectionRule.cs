namespace Eliza.Runtime.Maps;

/// <summary>A replacement on the way into a reply.</summary>
/// <param name="Line">The line on which it stands.</param>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Replacement">What the word becomes.</param>
public sealed record ReflectionRule(int Line, string Quote, string Replacement) : Rule(Line, Quote);
