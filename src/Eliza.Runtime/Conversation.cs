using Eliza.Runtime.Engine;
using Eliza.Runtime.Tracing;

namespace Eliza.Runtime;

/// <summary>One conversation with a script. Two threads must not use it at the same time.</summary>
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

    /// <summary>The script of the conversation.</summary>
    public Script Script { get; }

    /// <summary>ELIZA's words before the first line of the user; empty if the script has no greeting.</summary>
    public string Greeting => Script.Greetings is [var only] ? only : Script.Greetings[NextReassemblies[^2]];

    /// <summary>ELIZA's words when the user leaves.</summary>
    public string Farewell => Script.Farewells is [var only] ? only : Script.Farewells[NextReassemblies[^1]];

    /// <summary>Whether the user's last line had one of the script's <c>quit:</c> phrases. The conversation can still go on.</summary>
    public bool IsOver { get; internal set; }

    /// <summary>Everything that later replies depend on, as a value.</summary>
    public ConversationState State => new(Script.Fingerprint, [.. NextReassemblies], Memories.ToArray(), Turns, Store);

    /// <summary>The line being answered.</summary>
    internal Turn Turn { get; }

    /// <summary>The next reassembly of each decomposition. In the line language two more numbers follow, for the greeting and the farewell.</summary>
    internal int[] NextReassemblies { get; }

    internal MemoryQueue Memories { get; }

    /// <summary>The number of lines that were answered.</summary>
    internal int Turns { get; private set; }

    /// <summary>The remaining steps of those that all lines share.</summary>
    internal int Store { get; set; } = Budget.Store;

    /// <summary>Whether the current line needs no reply, because the conversation is only rebuilt.</summary>
    internal bool SkipsReply { get; private set; }

    /// <summary>Answers a line of the user.</summary>
    public string Reply(ReadOnlySpan<char> line) => Answer(line).ToString();

    /// <summary>Answers a line of the user without allocating. The reply is valid until the next line.</summary>
    public ReadOnlySpan<char> Answer(ReadOnlySpan<char> line)
    {
        Begin(skipsReply: false);
        var reply = Script.Answer(this, line);
        End();
        return reply;
    }

    /// <summary>
    /// Answers the last line again with the next reassemblies: another reply that ELIZA could have given. The changes that the last
    /// answer made to the memories are undone first. The reply is valid until the next line.
    /// </summary>
    /// <param name="line">The line that was answered last.</param>
    /// <exception cref="InvalidOperationException">No line has been answered.</exception>
    public ReadOnlySpan<char> AnswerAgain(ReadOnlySpan<char> line)
    {
        if (!_hasAnswered) throw new InvalidOperationException("There is no line yet to answer again.");
        Memories.TakeBack();
        Turns = _turnsBefore;
        return Answer(line);
    }

    /// <summary>Answers a line of the user and reports the steps to <paramref name="trace"/>.</summary>
    public string Reply(ReadOnlySpan<char> line, ITrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Begin(skipsReply: false);
        var reply = Script.Answer(this, line, trace).ToString();
        End();
        return reply;
    }

    /// <summary>Processes a line of the user without making its reply. A host that rebuilds a conversation calls this for the earlier lines.</summary>
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
