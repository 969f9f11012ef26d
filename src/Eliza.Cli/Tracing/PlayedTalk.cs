using Eliza.Cli.Covering;
using Eliza.Runtime;
using Eliza.Runtime.Maps;

namespace Eliza.Cli.Tracing;

/// <summary>A conversation that was played from its beginning.</summary>
/// <param name="Map">The script's map.</param>
/// <param name="Replies">The reply to each line.</param>
/// <param name="Uses">The rules that the replies used.</param>
/// <param name="MemoriesLeft">The number of memories at the end.</param>
/// <param name="IsOver">Whether the last line ended the conversation.</param>
internal sealed record PlayedTalk(ScriptMap Map, IReadOnlyList<string> Replies, UseRecord Uses, int MemoriesLeft, bool IsOver)
{
    /// <summary>Says lines to a new conversation.</summary>
    public static PlayedTalk Of(Conversation conversation, IEnumerable<string> lines, ScriptMap map)
    {
        var uses = new UseRecord();
        var replies = lines.Select(line => conversation.Reply(line, uses)).ToList();
        return new(map, replies, uses, conversation.State.Memories.Length, conversation.IsOver);
    }

    /// <summary>Says the same lines to an equal new conversation, and explains the last reply.</summary>
    public ReplyTrace Explain(Conversation conversation, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.SkipLast(1))
            conversation.Advance(line);
        return ReplyTrace.Of(conversation, lines[^1], Map, Uses.OriginOfRecalled(Map, MemoriesLeft));
    }

    /// <summary>The lines of the script that have a rule, and those with a rule that was used.</summary>
    public (IReadOnlyList<int> Rules, IReadOnlyList<int> Used) Coverage()
    {
        var rules = Uses.Rules(Map).ToList();
        return (Lines(rules), Lines(rules.Where(one => one.IsUsed)));

        static IReadOnlyList<int> Lines(IEnumerable<(Rule Rule, bool IsUsed)> rules) => [.. rules.Select(one => one.Rule.Line).Distinct().Order()];
    }
}
