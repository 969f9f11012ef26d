using Eliza.Engine.Tests.Support;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Engine.Tests.Differential;

/// <summary>Laws of every conversation: a reply depends only on the script and the user's lines.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class LawTests
{
    private static readonly Lazy<List<(Script Script, IReadOnlyList<string> Lines)>> Conversations = new(() =>
    {
        List<Case> cases =
        [
            .. Enumerable.Range(1_000_000, 12).Select(seed => RandomLineScript.Case(seed, 60)),
            .. Enumerable.Range(1_000_000, 12).Select(seed => RandomListScript.Case(seed, 60)),
            new([Repository.Script("doctor")], [.. File.ReadLines(Path.Combine(Repository.Root, "scripts/transcripts/doctor-every-reply.tsv")).Select(line => line.Split('\t')[0])]),
        ];
        return [.. cases.Select(one => (TestScripts.Compile(one.Script), one.Lines))];
    });

    private static List<string> Replies(Conversation conversation, IEnumerable<string> lines) => [.. lines.Select(line => conversation.Reply(line))];

    [Fact]
    public void The_same_lines_get_the_same_replies_on_any_thread()
    {
        var alone = Conversations.Value.ConvertAll(one => Replies(one.Script.Start(), one.Lines));
        var together = new List<string>[8][];
        var threads = Enumerable.Range(0, together.Length).Select(number => new Thread(() =>
            together[number] = [.. Conversations.Value.Select(one => Replies(one.Script.Start(), one.Lines))])).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        foreach (var replies in together) replies.ShouldBe(alone);
    }

    [Fact]
    public void Conversations_that_take_turns_do_not_disturb_each_other()
    {
        foreach (var (script, lines) in Conversations.Value)
        {
            var (forwards, backwards) = (script.Start(), script.Start());
            var (first, second) = (new List<string>(), new List<string>());
            foreach (var (line, other) in lines.Zip(lines.Reverse()))
            {
                first.Add(forwards.Reply(line));
                second.Add(backwards.Reply(other));
            }

            first.ShouldBe(Replies(script.Start(), lines));
            second.ShouldBe(Replies(script.Start(), lines.Reverse()));
        }
    }

    [Fact]
    public void A_state_saved_and_restored_at_any_point_goes_on_as_if_nothing_had_happened()
    {
        foreach (var (script, lines) in Conversations.Value)
        {
            var conversation = script.Start();
            foreach (var line in lines)
            {
                var state = conversation.State;
                var restored = script.Resume(state);
                restored.State.ShouldBe(state);
                restored.Reply(line).ShouldBe(conversation.Reply(line), customMessage: line);
                restored.State.ShouldBe(conversation.State);
                script.Resume(state).State.ShouldBe(state, "a state does not change when a conversation goes on from it");
            }
        }
    }

    [Fact]
    public void Earlier_lines_that_are_only_heard_leave_the_same_behind_as_those_that_were_answered()
    {
        foreach (var (script, lines) in Conversations.Value)
        {
            var answering = script.Start();
            var hearing = script.Start();
            foreach (var line in lines)
            {
                answering.Reply(line);
                hearing.Advance(line);
                hearing.State.ShouldBe(answering.State, customMessage: line);
                hearing.IsOver.ShouldBe(answering.IsOver, customMessage: line);
            }

            hearing.Reply(lines[0]).ShouldBe(answering.Reply(lines[0]));
        }
    }

    [Fact]
    public void A_conversation_with_a_seed_is_the_same_for_the_same_seed()
    {
        foreach (var (script, lines) in Conversations.Value)
            Replies(script.Start(42), lines).ShouldBe(Replies(script.Start(42), lines));
        Enumerable.Range(0, 20).Select(seed => string.Join('\n', Replies(Conversations.Value[^1].Script.Start(seed), Conversations.Value[^1].Lines))).Distinct().Count().ShouldBe(20);
    }
}
