namespace Eliza.Engine.Tests.Reference;

/// <summary>A script, a user's lines, and the replies of the reference.</summary>
internal sealed record RecordedTalk(string Script, IReadOnlyList<string> Lines, IReadOnlyList<string> Replies);
