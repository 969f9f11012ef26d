namespace Eliza.Cli.Editing.Protocol;

/// <summary>What an editor shows above a range: the title of a command.</summary>
internal sealed record CodeLens(TextRange Range, LensCommand Command);
