using Eliza.Cli.Tracing;
using Eliza.Runtime;

namespace Eliza.Cli.Tests.Tracing;

/// <summary>The traces of <c>chat --trace</c>.</summary>
public sealed class TraceTests
{
    [Fact]
    public void A_clause_its_rewritten_words_its_keywords_by_rank_and_what_became_of_each() => Explain(
        Scripts.Garden.Start(), "Hello, I'm at my bloom").ShouldBe("""
            Your flower?
                             [the clause “Hello”]
                             [the clause “i am at my flower”]
              garden.txt:5   pre: i'm i am  [replaces “I'm”]
              garden.txt:6   pre: bloom flower  [replaces “bloom”]
              garden.txt:29  key: my 1  [is found, with rank 1]
              garden.txt:17  key: flower 3  [is found, with rank 3]
              garden.txt:17  key: flower 3  [is tried]
              garden.txt:18    decomp: * my flower *  [matches] (1) “i am at” (2) “”
              garden.txt:19      reasmb: Your flower (2)?  [is said, reassembly 1 of 2]

            """);

    [Fact]
    public void A_memory_a_goto_and_a_newkey_and_what_is_given_back()
    {
        var garden = Scripts.Garden.Start();
        Explain(garden, "am I a flower by my oak the root").ShouldBe("""
            Under the oak the root?
                             [the clause “am I a flower by my oak the root”]
              garden.txt:17  key: flower 3  [is found, with rank 3]
              garden.txt:29  key: my 1  [is found, with rank 1]
              garden.txt:17  key: flower 3  [is tried]
              garden.txt:18    decomp: * my flower *  [does not match]
              garden.txt:21    decomp: $ * flower *  [matches] (1) “am I a” (2) “by my oak the root”
              garden.txt:22      reasmb: Once there was a flower (2).  [is assembled, reassembly 1 of 1]
              garden.txt:7         post: my your  [gives “my” back as “your”]
                                 [the memory “Once there was a flower by your oak the root.” is stored]
              garden.txt:23    decomp: $ * flower  [does not match]
              garden.txt:25    decomp: * flower * @tree *  [matches] (1) “am I a” (2) “by my” (3) “oak” (4) “the root”
              garden.txt:26      reasmb: Under the (3) (4)?  [is said, reassembly 1 of 2]

            """);
        Explain(garden, "flower by my oak the root").ShouldContain("""
              garden.txt:27      reasmb: goto water  [goes to another keyword, reassembly 2 of 2]
              garden.txt:33  key: water  [is tried]
              garden.txt:34    decomp: water *  [does not match]
              garden.txt:36    decomp: *  [matches] (1) “flower by my oak the root”
              garden.txt:37      reasmb: newkey  [hands over to the next keyword, reassembly 1 of 2]
              garden.txt:29  key: my 1  [is tried]
            """);
    }

    [Fact]
    public void A_memory_that_is_recalled_xnone_and_the_farewell()
    {
        var garden = Scripts.Garden.Start();
        _ = garden.Reply("the flower of the elm");
        Explain(garden, "nothing").ShouldBe("""
            Once there was a flower of the elm.
                [the clause “nothing”]
                [no keyword answers, so the oldest memory is recalled]

            """);
        Explain(garden, "nothing").ShouldBe("""
            Tell me about the garden.
                             [the clause “nothing”]
                             [no keyword answers and no memory is due]
              garden.txt:11  key: xnone  [is tried]
              garden.txt:12    decomp: *  [matches] (1) “nothing”
              garden.txt:13      reasmb: Tell me about the garden.  [is said, reassembly 1 of 3]

            """);
        Explain(garden, "So long!").ShouldBe("""
            Mind the gate.
                            [the clause “So long”]
              garden.txt:4  quit: so long  [the user leaves: the farewell is said]

            """);
    }

    [Fact]
    public void The_rules_of_a_list_script_a_dropped_clause_a_link_a_rewriting_and_the_memory_rule()
    {
        var kitchen = Scripts.Kitchen.Start();
        Explain(kitchen, "well, my own pot").ShouldBe("""
            WHICH POT
                              [the clause “WELL”]
                              [the clause “YOUR OWN POT”]
              kitchen.txt:6   (MY = YOUR 2 …)  [is found, with rank 2]
              kitchen.txt:6   (MY = YOUR 2 …)  [replaces “MY”]
              kitchen.txt:20      (0 YOUR 0 = ONCE 3)  [the memory “ONCE OWN POT” is stored]
              kitchen.txt:6   (MY = YOUR 2 …)  [is tried]
              kitchen.txt:7     (0 YOUR 1 (*POT PAN) 0)  [matches] (1) “” (2) “YOUR” (3) “OWN” (4) “POT” (5) “”
              kitchen.txt:7       (WHICH 4)  [is said, reassembly 1 of 2]

            """);
        Explain(kitchen, "salt").ShouldBe("""
            GO ON , PLEASE
                              [the clause “SALT”]
              kitchen.txt:9   (SALT …)  [is found, with rank 0]
              kitchen.txt:9   (SALT …)  [is tried]
              kitchen.txt:10    (0 SALT 2)  [does not match]
              kitchen.txt:11  (=WATER)  [nothing matched, so this keyword is next]
              kitchen.txt:14  (WATER …)  [is tried]
              kitchen.txt:15    (WATER 0)  [does not match]
                              [no decomposition of the keyword matches and it links nowhere: a fixed reply]

            """);
    }

    [Fact]
    public void A_circle_is_told_as_far_as_anyone_would_read_and_how_it_ended()
    {
        var trace = ReplyTrace.Of(Scripts.Kitchen.Start(), "round", Scripts.MapOf(Scripts.Kitchen)!);
        trace.Steps.Length.ShouldBe(501);
        trace.Omitted.ShouldBeGreaterThan(1_000);
        trace.Steps[^1].Text.ShouldBe("the reply has cost too much and is given up");
    }

    private static string Explain(Conversation conversation, string line)
    {
        var trace = ReplyTrace.Of(conversation, line, Scripts.MapOf(conversation.Script)!);
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine(trace.Reply);
        TraceText.Write(trace, text);
        return text.ToString();
    }
}
