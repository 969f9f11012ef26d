using System.Collections.Immutable;

namespace Eliza.Runtime;

/// <summary>Everything that the next reply depends on, except the line. It is a value that can be stored, compared and restored.</summary>
/// <param name="Script">The fingerprint of the script. Every other script, and every other version of this one, has another fingerprint.</param>
/// <param name="NextReassemblies">The next reassembly of each decomposition; in the line language then the greeting and the farewell.</param>
/// <param name="Memories">The memories that were stored and not recalled. The oldest is the first.</param>
/// <param name="Turns">The number of lines that were answered.</param>
/// <param name="Store">The remaining steps that the lines share. They stop a script that goes round in circles.</param>
public sealed record ConversationState(ulong Script, ImmutableArray<int> NextReassemblies, ImmutableArray<string> Memories, int Turns, int Store)
{
    /// <summary>Reads the result of <see cref="ToJson"/>.</summary>
    /// <exception cref="FormatException">The text is no such result.</exception>
    public static ConversationState Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return StateJson.Parse(json);
    }

    /// <summary>The state as JSON, to store it as a text.</summary>
    public string ToJson() => StateJson.Write(this);

    /// <inheritdoc/>
    public bool Equals(ConversationState? other) =>
        other is not null && Script == other.Script && Turns == other.Turns && Store == other.Store
        && NextReassemblies.AsSpan().SequenceEqual(other.NextReassemblies.AsSpan())
        && Memories.AsSpan().SequenceEqual(other.Memories.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Script, Turns, Store, NextReassemblies.AsSpan().Length, Memories.AsSpan().Length);
}
