namespace Eliza.Runtime.Maps;

/// <summary>The replacement of a word in replies.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Quote">Its text in the script.</param>
/// <param name="Replacement">The text that replaces the word.</param>
public sealed record ReflectionRule(int Line, string Quote, string Replacement) : Rule(Line, Quote);
