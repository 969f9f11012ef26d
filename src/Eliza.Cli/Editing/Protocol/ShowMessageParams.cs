namespace Eliza.Cli.Editing.Protocol;

/// <summary>A message for the user. The type 3 is for information.</summary>
internal sealed record ShowMessageParams(string Message, int Type = 3);
