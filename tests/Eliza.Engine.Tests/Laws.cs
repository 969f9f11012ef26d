using Eliza.Engine.Tests.Support;
using Eliza.Runtime;
using Eliza.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Engine.Tests;

/// <summary>Laws for any line, in both languages. Differential/LawTests.cs has laws for random scripts.</summary>
public sealed class Laws
{
    private static readonly Script[] Scripts =
    [
        TestScripts.Compile(Repository.Script("doctor")),
        TestScripts.Compile("""
            (HI)
            (I = YOU 3 ((0 I (* WANT NEED) 0) (WHY DO YOU WANT 4) (NEWKEY)) ((0 YOU 0) (YOU 3) (PRE (I WANT 3) (=MY))))
            (MY = YOUR 2 ((0 YOUR 0 (/FAMILY) 0) (YOUR 4)) ((0 YOUR 0) (YOUR 3) (=MUM)))
            (MUM = MOTHER DLIST(/FAMILY) ((0 MOTHER 0) (TELL ME OF 3) (NEWKEY)) ((0) (GO ON 1)))
            (NONE ((0) (GO ON) (I SEE)))
            (MEMORY MY (0 YOUR 0 = A 3) (0 YOUR 0 = B 3) (0 YOUR 0 = C 3) (0 YOUR 0 = D 3))
            """),
    ];

    private static readonly string[] Words =
        ["I", "my", "mum", "mother", "want", "need", "you", "are", "remember", "because", "computer", "dream", "everybody", "like", "always", "but", ",", "."];

    private static Gen<(Script Script, string[] Lines)> Talks { get; } =
        from script in Gen.Elements(Scripts)
        from count in Gen.Choose(1, 8)
        from lines in Gen.OneOf(
            Gen.Choose(0, int.MaxValue).Select(seed => OddText.Next(new System.Random(seed), Words, 600)),
            Gen.Elements(Words).ArrayOf(6).Select(words => string.Join(' ', words)),
            ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")).ArrayOf(count)
        select (script, lines);

    [Fact]
    public void A_reply_is_text_without_half_a_character() =>
        Law.Holds(Talks, talk =>
        {
            var conversation = talk.Script.Start();
            foreach (var line in talk.Lines)
                HasHalf(conversation.Reply(line)).ShouldBeFalse();
        });

    [Fact]
    public void A_state_that_is_copied_restored_and_taken_to_another_thread_goes_on_with_the_same_replies() =>
        Law.Holds(Talks, talk =>
        {
            var conversation = talk.Script.Start();
            foreach (var line in talk.Lines)
            {
                var state = conversation.State;
                var copy = new ConversationState(state.Script, [.. state.NextReassemblies.ToArray()], [.. state.Memories.Select(text => new string(text))], state.Turns, state.Store);
                copy.ShouldBe(state);
                var reply = Task.Run(() => talk.Script.Resume(copy).Reply(line)).GetAwaiter().GetResult();
                conversation.Reply(line).ShouldBe(reply);
                copy.ShouldBe(state, "what goes on from a state does not change it");
            }
        });

    [Fact]
    public void The_same_lines_get_the_same_replies_whatever_was_said_to_others_in_between() =>
        Law.Holds(from talk in Talks from others in Talks select (talk, others), pair =>
        {
            var alone = Replies(pair.talk.Script.Start(), pair.talk.Lines);
            var (conversation, other) = (pair.talk.Script.Start(), pair.talk.Script.Start());
            var between = pair.talk.Lines.Select((line, i) =>
            {
                other.Reply(pair.others.Lines[i % pair.others.Lines.Length]);
                return conversation.Reply(line);
            }).ToList();
            between.ShouldBe(alone);
        });

    [Fact]
    public void A_line_that_is_heard_leaves_behind_what_a_line_that_is_answered_does() =>
        Law.Holds(Talks, talk =>
        {
            var (answering, hearing) = (talk.Script.Start(), talk.Script.Start());
            foreach (var line in talk.Lines)
            {
                answering.Reply(line);
                hearing.Advance(line);
                hearing.State.ShouldBe(answering.State);
            }
        });

    [Fact]
    public void Answering_again_is_what_a_conversation_says_that_has_the_same_memories_and_later_rounds() =>
        Law.Holds(Talks, talk =>
        {
            var conversation = talk.Script.Start();
            foreach (var line in talk.Lines)
            {
                var before = conversation.State;
                conversation.Reply(line);
                for (var choice = 1; choice < 4; choice++)
                {
                    var other = talk.Script.Resume(before with { NextReassemblies = conversation.State.NextReassemblies, Store = conversation.State.Store });
                    other.Reply(line).ShouldBe(conversation.AnswerAgain(line).ToString());
                    conversation.State.ShouldBe(other.State);
                    conversation.IsOver.ShouldBe(other.IsOver);
                }
            }
        });

    private static List<string> Replies(Conversation conversation, string[] lines) => [.. lines.Select(line => conversation.Reply(line))];

    private static bool HasHalf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }
        return false;
    }
}
