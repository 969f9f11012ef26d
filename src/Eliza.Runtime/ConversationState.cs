using System.Collections.Immutable;

namespace Eliza.Runtime;

/// <summary>Everything but the line that the next reply depends on: a value to keep, compare and restore.</summary>
/// <param name="Script">The fingerprint of the script: another script has another, and so has this one when its rules were changed.</param>
/// <param name="NextReassemblies">For each decomposition the reassembly that is next; in the line language then the greeting and the farewell.</param>
/// <param name="Memories">What was stored and not yet recalled, oldest first.</param>
/// <param name="Turns">How many lines were answered.</param>
/// <param name="Store">What is left of the steps that its lines share, by which a script that goes round in circles is stopped.</param>
public sealed record ConversationState(ulong Script, ImmutableArray<int> NextReassemblies, ImmutableArray<string> Memories, int Turns, int Store)
{
    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text was not written by it.</exception>
    public static ConversationState Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return StateJson.Parse(json);
    }

    /// <summary>The state as JSON, to be kept where there is room for a text.</summary>
    public string ToJson() => StateJson.Write(this);

    /// <inheritdoc/>
    public bool Equals(ConversationState? other) =>
        other is not null && Script == other.Script && Turns == other.Turns && Store == other.Store
        && NextReassemblies.AsSpan().SequenceEqual(other.NextReassemblies.AsSpan())
        && Memories.AsSpan().SequenceEqual(other.Memories.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Script, Turns, Store, NextReassemblies.AsSpan().Length, Memories.AsSpan().Length);
}
