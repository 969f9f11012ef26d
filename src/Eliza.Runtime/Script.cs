using Eliza.Runtime.Tracing;

namespace Eliza.Runtime;

/// <summary>
/// A compiled script: immutable, shared by any number of conversations and threads.
/// </summary>
public abstract class Script
{
    private protected Script(string name, string[] greetings, string[] farewells)
    {
        Name = name;
        Greetings = greetings;
        Farewells = farewells;
    }

    /// <summary>The name of the script file without its extension; what clients call the model.</summary>
    public string Name { get; }

    /// <summary>What ELIZA says before the first line of the user, unless a seed picks another of the script's greetings; empty if the script has none.</summary>
    public string Greeting => Greetings[0];

    /// <summary>What ELIZA says when the user leaves, unless a seed picks another of the script's farewells.</summary>
    public string Farewell => Farewells[0];

    internal string[] Greetings { get; }

    internal string[] Farewells { get; }

    /// <summary>A number that tells this version of the script from all others.</summary>
    internal abstract ulong Fingerprint { get; }

    /// <summary>Begins a conversation in which the first reassembly of each decomposition is next, and the first greeting and farewell are used.</summary>
    public abstract Conversation Start();

    /// <summary>Begins a conversation with other reassemblies next, and with another greeting and farewell: the same ones for the same seed.</summary>
    public Conversation Start(long seed)
    {
        var conversation = Start();
        Shuffle(conversation.NextReassemblies, seed);
        return conversation;
    }

    /// <summary>Continues a conversation from <paramref name="state"/>.</summary>
    /// <exception cref="ArgumentException">The state is of a conversation with another script or another version of it, or of none.</exception>
    public Conversation Resume(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Fault(state) is { } fault) throw new ArgumentException($"This is no state of a conversation with {Name}: {fault}.", nameof(state));
        var conversation = Start();
        conversation.Restore(state);
        return conversation;
    }

    internal abstract ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line);

    internal abstract ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line, ITrace trace);

    /// <summary>Why no conversation can be in a state, or null.</summary>
    private protected abstract string? Fault(ConversationState state);

    internal abstract void Shuffle(int[] nextReassemblies, long seed);
}
