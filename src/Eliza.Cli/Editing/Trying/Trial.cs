namespace Eliza.Cli.Editing.Trying;

/// <summary>A line that reaches a rule. A run has proved it.</summary>
/// <param name="Line">The line, for a new conversation.</param>
/// <param name="Times">How many times the user says the line until the rule is used.</param>
/// <param name="Reply">The reply to the last of these lines.</param>
internal sealed record Trial(string Line, int Times, string Reply);
