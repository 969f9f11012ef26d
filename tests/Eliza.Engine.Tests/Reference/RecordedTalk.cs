namespace Eliza.Engine.Tests.Reference;

/// <summary>A script, lines of a user and what the reference replied to them.</summary>
internal sealed record RecordedTalk(string Script, IReadOnlyList<string> Lines, IReadOnlyList<string> Replies);
