using Eliza.Runtime.Tracing;

namespace Eliza.Runtime;

/// <summary>
/// A compiled script. It never changes, and any number of conversations and threads can share it.
/// </summary>
public abstract class Script
{
    private protected Script(string name, string[] greetings, string[] farewells)
    {
        Name = name;
        Greetings = greetings;
        Farewells = farewells;
    }

    /// <summary>The name of the script's file without its extension. Clients use it as the name of the model.</summary>
    public string Name { get; }

    /// <summary>ELIZA's words before the first line of the user; empty if the script has none. A seed may choose another of the script's greetings.</summary>
    public string Greeting => Greetings[0];

    /// <summary>ELIZA's words when the user leaves. A seed may choose another of the script's farewells.</summary>
    public string Farewell => Farewells[0];

    internal string[] Greetings { get; }

    internal string[] Farewells { get; }

    /// <summary>A number that differs for every other version of the script.</summary>
    internal abstract ulong Fingerprint { get; }

    /// <summary>Starts a conversation with the first reassembly of each decomposition, and with the first greeting and farewell.</summary>
    public abstract Conversation Start();

    /// <summary>Starts a conversation with other reassemblies, greeting and farewell, always the same for the same seed.</summary>
    public Conversation Start(long seed)
    {
        var conversation = Start();
        Shuffle(conversation.NextReassemblies, seed);
        return conversation;
    }

    /// <summary>Continues a conversation from <paramref name="state"/>.</summary>
    /// <exception cref="ArgumentException">The state is not valid, or is of another script or another version of it.</exception>
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

    /// <summary>The reason why a state is not valid, or null.</summary>
    private protected abstract string? Fault(ConversationState state);

    internal abstract void Shuffle(int[] nextReassemblies, long seed);
}
