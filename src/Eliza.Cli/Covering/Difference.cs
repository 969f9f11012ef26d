namespace Eliza.Cli.Covering;

/// <summary>A reply that differs from the one that its transcript expects.</summary>
/// <param name="Transcript">The file of the transcript.</param>
/// <param name="Line">The line that was answered.</param>
/// <param name="Reply">The reply.</param>
internal sealed record Difference(string Transcript, TranscriptLine Line, string Reply);
