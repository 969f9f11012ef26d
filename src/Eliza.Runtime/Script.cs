using Eliza.Runtime.Engine;

namespace Eliza.Runtime;

/// <summary>
/// A compiled script: immutable, shared by any number of conversations and threads.
/// </summary>
public abstract class Script
{
    private protected Script(string name, string greeting, string farewell)
    {
        Name = name;
        Greeting = greeting;
        Farewell = farewell;
    }

    /// <summary>The name of the script file without its extension; what clients call the model.</summary>
    public string Name { get; }

    /// <summary>What ELIZA says before the first line of the user; empty if the script has none.</summary>
    public string Greeting { get; }

    /// <summary>What ELIZA says when the user leaves.</summary>
    public string Farewell { get; }

    /// <summary>Begins a conversation in which every round of reassemblies starts with the script's first.</summary>
    public abstract Conversation Start();

    /// <summary>Begins a conversation whose rounds of reassemblies start elsewhere, the same for the same seed.</summary>
    public Conversation Start(long seed)
    {
        var conversation = Start();
        Shuffle(conversation.Rounds, seed);
        return conversation;
    }

    /// <summary>Goes on with a conversation where <paramref name="state"/> left it.</summary>
    /// <exception cref="ArgumentException">The state is of a conversation with another script.</exception>
    public Conversation Resume(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var conversation = Start();
        conversation.Restore(state);
        return conversation;
    }

    internal abstract ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line);

    internal abstract ReadOnlySpan<char> Answer(Conversation conversation, ReadOnlySpan<char> line, ITrace trace);

    internal abstract void Shuffle(int[] rounds, long seed);
}
