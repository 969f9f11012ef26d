namespace Eliza.Cli.Evaluating;

/// <summary>One question of a file.</summary>
/// <param name="Id">Identifies the question in its file.</param>
/// <param name="Text">The question itself.</param>
/// <param name="Context">The text that has the answer.</param>
/// <param name="Answers">The right answers. There is none if the text does not have the answer.</param>
internal sealed record Question(string Id, string Text, string Context, IReadOnlyList<string> Answers);
