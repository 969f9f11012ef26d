namespace Eliza.Cli.Editing.Protocol;

/// <summary>A title and the command that a click runs. A command without a name does nothing.</summary>
internal sealed record LensCommand(string Title, string Command, IReadOnlyList<object>? Arguments);
