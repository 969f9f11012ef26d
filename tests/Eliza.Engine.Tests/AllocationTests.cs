using Eliza.Engine.Tests.Support;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Engine.Tests;

/// <summary>The memory that a reply allocates, as the runtime counts it.</summary>
public sealed class AllocationTests
{
    private static readonly string[] Lines =
    [
        "Men are all alike.", "They're always bugging us about something or other.", "My boyfriend made me come here, and my mother too.",
        "You are like my father in some ways.", "I remember", "Naïve? ¡Perhaps, perhaps not!", "", "xyzzy", "bye",
    ];

    public static TheoryData<string> Scripts => ["doctor", "1966"];

    [Theory, MemberData(nameof(Scripts))]
    public void A_reply_as_a_span_allocates_nothing(string name)
    {
        var conversation = Warm(name);
        Allocation.Of(() =>
        {
            foreach (var line in Lines) _ = conversation.Answer(line);
        }).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Scripts))]
    public void A_turn_that_is_only_heard_allocates_nothing(string name)
    {
        var conversation = Warm(name);
        Allocation.Of(() =>
        {
            foreach (var line in Lines) conversation.Advance(line);
        }).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Scripts))]
    public void A_reply_as_a_string_allocates_the_string(string name)
    {
        var conversation = Warm(name);
        foreach (var line in Lines)
        {
            var reply = "";
            Allocation.Of(() => reply = conversation.Reply(line), allowed: () => Allocation.Once(() => _ = new string('x', reply.Length)))
                .ShouldBe(0, customMessage: reply);
        }
    }

    /// <summary>A conversation whose buffers are already large enough for these lines.</summary>
    private static Conversation Warm(string name)
    {
        var conversation = TestScripts.Compile(name == "doctor" ? Repository.Script("doctor") : """
            (HOW DO YOU DO)
            (MY = YOUR 3 ((0 YOUR 0) (TELL ME ABOUT YOUR 3) (NEWKEY)))
            (YOU = I (0 (I AM CALLED 1)))
            (MEMORY MY (0 YOUR 0 = BUT YOUR 3) (0 YOUR 0 = EARLIER YOUR 3) (0 YOUR 0 = LETS DISCUSS YOUR 3) (0 YOUR 0 = YOUR 3 AGAIN))
            (NONE ((0) (GO ON) (I SEE)))
            """.Replace("(0 (I AM", "((0) (I AM", StringComparison.Ordinal)).Start();
        for (var round = 0; round < 50; round++)
        {
            foreach (var line in Lines) _ = conversation.Answer(line);
        }

        return conversation;
    }
}
