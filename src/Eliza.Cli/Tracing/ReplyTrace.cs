using System.Collections.Immutable;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Tracing;

/// <summary>How a reply came about.</summary>
/// <param name="Line">What the user said.</param>
/// <param name="Reply">The reply.</param>
/// <param name="File">The script's file, without its folder.</param>
/// <param name="Steps">What led to the reply, in order.</param>
/// <param name="Omitted">How many further steps there were: a circle of links may take a million.</param>
internal sealed record ReplyTrace(string Line, string Reply, string File, ImmutableArray<TraceStep> Steps, long Omitted)
{
    /// <summary>Answers a line as <see cref="Conversation.Reply(ReadOnlySpan{char})"/> does, and tells how.</summary>
    /// <param name="conversation">Answers.</param>
    /// <param name="line">What the user says.</param>
    /// <param name="map">The script's map.</param>
    /// <param name="recalled">The rule that made the memory which the reply recalls, if it recalls one and that is known.</param>
    public static ReplyTrace Of(Conversation conversation, string line, ScriptMap map, Rule? recalled = null)
    {
        var recorder = new Recorder(map, recalled);
        var reply = conversation.Reply(line, recorder);
        return new(line, reply, map.File, [.. recorder.Steps], recorder.Omitted);
    }
}

/// <summary>What happened in one step.</summary>
internal enum StepKind
{
    Clause,
    Rewritten,
    Found,
    Tried,
    Unmatched,
    Matched,
    Chosen,
    Reflected,
    Linked,
    Stored,
    FellBack,
}

/// <summary>One step on the way to a reply.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The same in words, for people.</param>
/// <param name="Rule">The rule that brought it about, or null if none did.</param>
/// <param name="Components">What each component of a decomposition matched, from the first.</param>
internal sealed record TraceStep(StepKind Kind, string Text, Rule? Rule, ImmutableArray<Component> Components);

/// <summary>A component of a decomposition.</summary>
/// <param name="Number">The number by which reassemblies refer to it.</param>
/// <param name="Element">How the script writes it.</param>
/// <param name="Words">The words of the clause that it matched, perhaps none.</param>
internal sealed record Component(int Number, string Element, string Words);
