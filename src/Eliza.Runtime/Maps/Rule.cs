namespace Eliza.Runtime.Maps;

/// <summary>A rule of a script.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Quote">Its text in the script, without extra white space and comments.</param>
public record Rule(int Line, string Quote);
