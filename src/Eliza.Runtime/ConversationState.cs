using System.Collections.Immutable;

namespace Eliza.Runtime;

/// <summary>All that the next reply of a conversation depends on beside the script and the line: a value, to keep, compare and restore.</summary>
/// <param name="Rounds">For each decomposition the reassembly that is next.</param>
/// <param name="Memories">What was stored and not yet recalled, oldest first.</param>
/// <param name="Turns">How many lines were answered.</param>
public sealed record ConversationState(ImmutableArray<int> Rounds, ImmutableArray<string> Memories, int Turns)
{
    /// <inheritdoc/>
    public bool Equals(ConversationState? other) =>
        other is not null && Turns == other.Turns
        && Rounds.AsSpan().SequenceEqual(other.Rounds.AsSpan())
        && Memories.AsSpan().SequenceEqual(other.Memories.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Turns, Rounds.Length, Memories.Length);
}
