using Eliza.Engine.Tests.Support;
using Eliza.Plain;
using Eliza.Testing;

namespace Eliza.Engine.Tests;

/// <summary>Every script gives a reply, and can use all of the allowed steps for it.</summary>
public abstract class Termination
{
    /// <summary>Begins a conversation.</summary>
    protected abstract Func<string, string> Talk(string script);

    private const string Rest = """

        (NONE ((0) (NONE)))
        (MEMORY A (A = M) (A = M) (A = M) (A = M))
        """;

    /// <summary>Many words make each step expensive, so that the limit comes soon.</summary>
    private static readonly string Many = string.Concat(Enumerable.Repeat(" x", 500));

    [Fact]
    public void A_circle_of_links_ends_in_the_word_of_1966_for_no_match()
    {
        var talk = Talk("(HI) (A ((0 X 0) (=B)) ((0) (OUT 1))) (B ((0 X 0) (=A)) ((0) (OUT 1)))" + Rest);
        talk($"a{Many}").ShouldBe("HMMM");
        talk($"a{Many}").ShouldBe("GO ON , PLEASE");
        talk("a y").ShouldBe("OUT A Y");
        talk($"b{Many}").ShouldBe("PLEASE CONTINUE");
    }

    [Fact]
    public void Words_that_double_for_ever_end_in_the_word_of_1966_for_no_match()
    {
        var talk = Talk("(HI) (A ((0 X 0) (PRE (1 2 3 1 2 3) (=A))) ((0) (OUT 1)))" + Rest);
        talk("a x y").ShouldBe("HMMM");
        talk("a y").ShouldBe("OUT A Y");
    }

    [Fact]
    public void A_circle_of_gotos_ends_in_xnone()
    {
        var talk = Talk("""
            key: xnone
              decomp: *
                reasmb: what of (1)?
            key: a
              decomp: * x *
                reasmb: goto b
              decomp: *
                reasmb: out (1)
            key: b
              decomp: *
                reasmb: goto a
            """);
        talk($"a{Many}").ShouldBe($"What of a{Many}?");
        talk($"Fine, b{Many}, a").ShouldBe($"What of b{Many}?");
        talk("b a").ShouldBe("Out b a");
    }

    [Fact]
    public void A_circle_in_xnone_itself_ends_in_the_last_resort() => Talk("""
        key: xnone
          decomp: * x *
            reasmb: goto xnone
          decomp: *
            reasmb: out
        """)(Many).ShouldBe("Please go on.");

    [Fact]
    public void Memories_stored_in_a_circle_are_the_twenty_latest()
    {
        var talk = Talk("""
            key: xnone
              decomp: *
                reasmb: nothing
            key: a
              decomp: $ * a *
                reasmb: you said (2)
              decomp: *
                reasmb: I see
            """);
        for (var i = 1; i <= 25; i++) talk($"a {i}").ShouldBe("I see");
        for (var i = 6; i <= 25; i++) talk("").ShouldBe($"You said {i}");
        talk("").ShouldBe("Nothing");
    }

    [Fact]
    public void Clauses_that_all_fail_late_have_one_bound_together()
    {
        string Chain(string name) => string.Concat(Enumerable.Range(0, 700).Select(i =>
            $"key: {name}{(i == 0 ? "" : $"-{i}")}\n decomp: *\n  reasmb: {(i == 699 ? "newkey" : $"goto {name}-{i + 1}")}\n"));
        var talk = Talk("key: xnone\n decomp: *\n  reasmb: what of (1)?\n" + Chain("a") + Chain("b"));
        talk(string.Concat(Enumerable.Repeat("a b. ", 1_000))).ShouldBe("What of a b?");
    }

    [Fact]
    public void The_busy_beaver_of_four_states_halts_with_thirteen_ones()
    {
        string Right(string write) => $"1 2 {write} ' 6 ' 7";
        string Left(string write) => $"1 ' 2 ' {write} 6 7";
        string State(string name, string onZero, string thenZero, string onOne, string thenOne) => $"""

            ({name}
                ((' 0) (PRE (. ' 2) (={name})))
                ((0 ') (PRE (1 ' .) (={name})))
                ((0 1 ' . ' 1 0) (PRE ({onZero}) (={thenZero})))
                ((0 1 ' I ' 1 0) (PRE ({onOne}) (={thenOne}))))
            """;

        var talk = Talk(
            "(HI) (A ((0) (PRE (. ' . ' .) (=QA)))) (HALT ((0) (1)))"
            + State("QA", Right("I"), "QB", Left("I"), "QB")
            + State("QB", Left("I"), "QA", Left("."), "QC")
            + State("QC", Right("I"), "HALT", Left("I"), "QD")
            + State("QD", Right("I"), "QD", Right("."), "QA")
            + Rest);
        talk("a").Count(c => c == 'I').ShouldBe(13);
    }

    [SharedFact]
    public void The_palindrome_machine_decides_palindromes()
    {
        var talk = Talk(File.ReadAllText(Repository.SharedFile("scripts/palindrome-turing-machine.txt")));
        for (var length = 0; length <= 6; length++)
        {
            for (var bits = 0; bits < 1 << length; bits++)
            {
                var letters = Enumerable.Range(0, length).Select(i => (bits >> i & 1) == 0 ? "A" : "B").ToList();
                talk(string.Join(' ', letters.Prepend("palp"))).ShouldBe(letters.SequenceEqual(Enumerable.Reverse(letters)) ? "TRUE" : "FALSE");
            }
        }
    }
}

public sealed class Termination_of_the_plain_interpreter : Termination
{
    protected override Func<string, string> Talk(string script) => Talker.With(script).Reply;
}

public sealed class Termination_of_compiled_scripts : Termination
{
    [Fact]
    public void A_circle_is_paid_for_by_all_lines_of_a_conversation_and_the_others_are_answered()
    {
        var talk = Talk("""
            key: xnone
              decomp: *
                reasmb: what of (1)?
            key: a
              decomp: a
                reasmb: goto b
              decomp: *
                reasmb: out
            key: b
              decomp: a
                reasmb: goto a
              decomp: *
                reasmb: out
            key: c
              decomp: *
                reasmb: yes, (1)
            """);
        for (var i = 0; i < 1_000; i++)
        {
            talk("a").ShouldBe("What of a?");
            talk("c").ShouldBe("Yes, c");
        }
    }

    protected override Func<string, string> Talk(string script)
    {
        var conversation = TestScripts.Compile(script).Start();
        return line => conversation.Reply(line);
    }
}
