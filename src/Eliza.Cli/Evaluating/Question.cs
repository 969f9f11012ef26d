namespace Eliza.Cli.Evaluating;

/// <summary>One question of a file.</summary>
/// <param name="Id">Tells it from the others.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Context">The text that has the answer.</param>
/// <param name="Answers">The answers that count as right, none if the text has none.</param>
internal sealed record Question(string Id, string Text, string Context, IReadOnlyList<string> Answers);
