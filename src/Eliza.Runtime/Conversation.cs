using Eliza.Runtime.Engine;
using Eliza.Runtime.Tracing;

namespace Eliza.Runtime;

/// <summary>One conversation with a script. Two threads must not use it at once.</summary>
public sealed class Conversation
{
    private bool _hasAnswered;
    private int _turnsBefore;

    internal Conversation(Script script, int decompositions, int maximumCuts, int memoryCapacity)
    {
        Script = script;
        NextReassemblies = new int[decompositions];
        Memories = new MemoryQueue(memoryCapacity);
        Turn = new Turn(maximumCuts);
    }

    /// <summary>The script that is talked with.</summary>
    public Script Script { get; }

    /// <summary>What ELIZA says before the first line of the user; empty if the script has no greeting.</summary>
    public string Greeting => Script.Greetings is [var only] ? only : Script.Greetings[NextReassemblies[^2]];

    /// <summary>What ELIZA says when the user leaves.</summary>
    public string Farewell => Script.Farewells is [var only] ? only : Script.Farewells[NextReassemblies[^1]];

    /// <summary>Whether the user's last line was one of the script's <c>quit:</c> phrases. The conversation can go on all the same.</summary>
    public bool IsOver { get; internal set; }

    /// <summary>Everything that later replies depend on, as a value.</summary>
    public ConversationState State => new(Script.Fingerprint, [.. NextReassemblies], Memories.ToArray(), Turns, Store);

    /// <summary>The line being answered.</summary>
    internal Turn Turn { get; }

    /// <summary>For each decomposition the reassembly that is next. In the line language two more numbers follow, for the greeting and the farewell.</summary>
    internal int[] NextReassemblies { get; }

    internal MemoryQueue Memories { get; }

    /// <summary>How many lines were answered.</summary>
    internal int Turns { get; private set; }

    /// <summary>The steps that are left of those that all lines share.</summary>
    internal int Store { get; set; } = Budget.Store;

    /// <summary>Whether the current line needs no reply, because the conversation is only moved on.</summary>
    internal bool SkipsReply { get; private set; }

    /// <summary>Answers a line of the user.</summary>
    public string Reply(ReadOnlySpan<char> line) => Answer(line).ToString();

    /// <summary>Answers a line of the user without allocating; the reply is valid until the next line.</summary>
    public ReadOnlySpan<char> Answer(ReadOnlySpan<char> line)
    {
        Begin(skipsReply: false);
        var reply = Script.Answer(this, line);
        End();
        return reply;
    }

    /// <summary>
    /// Answers the last line again, as if an earlier line had used every reassembly of its reply: what ELIZA could have
    /// said instead. What the last answer did to the memories is undone first. The reply is valid until the next line.
    /// </summary>
    /// <param name="line">The line that was answered last.</param>
    /// <exception cref="InvalidOperationException">No line was answered yet.</exception>
    public ReadOnlySpan<char> AnswerAgain(ReadOnlySpan<char> line)
    {
        if (!_hasAnswered) throw new InvalidOperationException("There is no line yet to answer again.");
        Memories.TakeBack();
        Turns = _turnsBefore;
        return Answer(line);
    }

    /// <summary>Answers a line of the user and tells <paramref name="trace"/> how the reply is made.</summary>
    public string Reply(ReadOnlySpan<char> line, ITrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Begin(skipsReply: false);
        var reply = Script.Answer(this, line, trace).ToString();
        End();
        return reply;
    }

    /// <summary>Moves the conversation on by a line of the user without making its reply. A host that rebuilds a conversation calls it for the earlier lines.</summary>
    public void Advance(ReadOnlySpan<char> line)
    {
        Begin(skipsReply: true);
        _ = Script.Answer(this, line);
        End();
    }

    /// <summary>Continues from a state of this script.</summary>
    internal void Restore(ConversationState state)
    {
        state.NextReassemblies.CopyTo(NextReassemblies);
        foreach (var memory in state.Memories) Memories.Add(memory);
        Turns = state.Turns;
        Store = state.Store;
    }

    private void Begin(bool skipsReply)
    {
        _hasAnswered = true;
        _turnsBefore = Turns;
        Turns = (Turns + 1) & int.MaxValue;
        Memories.BeginLine();
        SkipsReply = skipsReply;
        IsOver = false;
    }

    private void End() => Store = Turn.Budget.StoreLeft;
}
