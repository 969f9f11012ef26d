using System.Collections.Immutable;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Tracing;

/// <summary>How a reply was made.</summary>
/// <param name="Line">The user's line.</param>
/// <param name="Reply">The reply.</param>
/// <param name="File">The script's file, without its folder.</param>
/// <param name="Steps">The steps that led to the reply, in order.</param>
/// <param name="Omitted">The number of further steps that were not kept. A circle of links may take a million.</param>
internal sealed record ReplyTrace(string Line, string Reply, string File, ImmutableArray<TraceStep> Steps, long Omitted)
{
    /// <summary>Answers a line as <see cref="Conversation.Reply(ReadOnlySpan{char})"/> does, and records how.</summary>
    /// <param name="conversation">The conversation that answers.</param>
    /// <param name="line">The user's line.</param>
    /// <param name="map">The script's map.</param>
    /// <param name="recalled">The rule that made the memory which the reply recalls, if there is one and it is known.</param>
    public static ReplyTrace Of(Conversation conversation, string line, ScriptMap map, Rule? recalled = null)
    {
        var recorder = new Recorder(map, recalled);
        var reply = conversation.Reply(line, recorder);
        return new(line, reply, map.File, [.. recorder.Steps], recorder.Omitted);
    }
}
