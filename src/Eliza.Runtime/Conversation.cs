using Eliza.Runtime.Engine;

namespace Eliza.Runtime;

/// <summary>One conversation with a script: not for use by two threads at once.</summary>
public sealed class Conversation
{
    internal Conversation(Script script, int decompositions, int maximumCuts, int memoryCapacity)
    {
        Script = script;
        Rounds = new int[decompositions];
        Memories = new MemoryQueue(memoryCapacity);
        Turn = new Turn(maximumCuts);
    }

    /// <summary>The script that is talked with.</summary>
    public Script Script { get; }

    /// <summary>Whether the user's last line was one of the script's <c>quit:</c> phrases; a further line goes on all the same.</summary>
    public bool IsOver { get; internal set; }

    /// <summary>All that later replies depend on, as a value.</summary>
    public ConversationState State => new([.. Rounds], Memories.ToArray(), Turns);

    /// <summary>The line being answered.</summary>
    internal Turn Turn { get; }

    /// <summary>For each decomposition the reassembly that is next.</summary>
    internal int[] Rounds { get; }

    internal MemoryQueue Memories { get; }

    /// <summary>How many lines were answered.</summary>
    internal int Turns { get; set; }

    /// <summary>Whether nobody needs the reply that is being made.</summary>
    internal bool IsHearing { get; private set; }

    /// <summary>Answers a line of the user.</summary>
    public string Reply(ReadOnlySpan<char> line) => Answer(line).ToString();

    /// <summary>Answers a line of the user without allocating; the reply is valid until the next line.</summary>
    public ReadOnlySpan<char> Answer(ReadOnlySpan<char> line)
    {
        IsHearing = false;
        return Script.Answer(this, line);
    }

    /// <summary>Answers a line of the user and tells <paramref name="trace"/> how the reply comes about.</summary>
    public string Reply(ReadOnlySpan<char> line, ITrace trace)
    {
        IsHearing = false;
        return Script.Answer(this, line, trace).ToString();
    }

    /// <summary>Takes in a line whose reply nobody needs, as for the earlier turns of a conversation that is rebuilt.</summary>
    public void Hear(ReadOnlySpan<char> line)
    {
        IsHearing = true;
        _ = Script.Answer(this, line);
    }

    internal void Restore(ConversationState state)
    {
        if (state.Rounds.Length != Rounds.Length)
        {
            throw new ArgumentException($"The state belongs to another script than {Script.Name}.", nameof(state));
        }

        state.Rounds.CopyTo(Rounds);
        Memories.Restore(state.Memories);
        Turns = state.Turns;
    }
}
