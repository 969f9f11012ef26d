namespace Eliza.Runtime.Maps;

/// <summary>A rule of a script.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Quote">How the script writes it, white space and comments apart.</param>
public record Rule(int Line, string Quote);
