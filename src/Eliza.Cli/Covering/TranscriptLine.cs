namespace Eliza.Cli.Covering;

/// <summary>One line of a transcript.</summary>
/// <param name="Number">The line's number in the file, counted from 1.</param>
/// <param name="Text">The user's text.</param>
/// <param name="Expected">The expected reply, or null if any reply is right.</param>
internal sealed record TranscriptLine(int Number, string Text, string? Expected);
