using Eliza.Engine.Tests.Support;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Engine.Tests;

/// <summary>A short line has a bounded reply and bounded memory, wherever a script can make texts longer. The runtime counts the memory.</summary>
public sealed class Size
{
    private const long Megabyte = 1 << 20;

    private static readonly string Long = new('X', 20_000);

    private const string Rest = """

        (NONE ((0) (NONE)))
        (MEMORY A (A = M) (A = M) (A = M) (A = M))
        """;

    /// <summary>A script, the user's lines, and the reply to the last line.</summary>
    public static TheoryData<string, string, string, string> Growing => new()
    {
        {
            "PRE brings a long word in again and again",
            $"(HI) (A ((0) {string.Concat(Enumerable.Repeat(" (=C)", 300))} (=B))) (B ((0) {string.Concat(Enumerable.Repeat(" (=A)", 300))} (FINE))) (C ((0) (PRE ({Long} A) (=A))))" + Rest,
            "a", "HMMM"
        },
        { "PRE doubles a long word of the user", "(HI) (A ((0 B) (PRE (1 1 B) (=A))) ((0) (SAID 1)))" + Rest, $"a {Long} b", "HMMM" },
        { "PRE doubles, and the reply is what came of it", $"(HI) (A ((0) (PRE (1 1) (=B)))) {Chain('B', 'Q')} (Q ((0) (SAID 1 1 1 1)))" + Rest, $"a {Long} b", "HMMM" },
        { "a substitution writes a long word for a short one", $"(HI) (A = {Long} ((0) (SAID 1)))" + Rest, Repeated("a", 4_000), "HMMM" },
        { "a memory that would be too long", $"(HI) (A = {Long} 0 ((0) (FINE))) (NONE ((0) (NONE))) (MEMORY A (0 = 1 1 1 1) (0 = 1 1 1 1) (0 = 1 1 1 1) (0 = 1 1 1 1))", Repeated("a", 6), "FINE" },
        { "NONE repeats much", $"(HI) (A = {Long}) (Z ((0) (Z))) (NONE ((0) ({Repeated("1", 400)}))) (MEMORY Z (Z = M) (Z = M) (Z = M) (Z = M))", Repeated("q", 4_000), "HMMM" },
        { "pre writes many words for one", $"key: xnone\n decomp: *\n  reasmb: what?\npre: a {Repeated("b", 10_000)}\n", Repeated("a", 4_000), "What?" },
        { "pre writes a long word for a short one", $"key: xnone\n decomp: *\n  reasmb: what?\npre: a {Long}\n", Repeated("a", 4_000), "What?" },
        { "post writes a long word for a short one", $"key: xnone\n decomp: *\n  reasmb: what?\nkey: a\n decomp: *\n  reasmb: (1) (1)\npost: a {Long}\n", Repeated("a", 4_000), "What?" },
        { "a reply repeats what was said", $"key: xnone\n decomp: *\n  reasmb: what?\nkey: a\n decomp: *\n  reasmb: {Repeated("(1)", 1_000)}\n", Repeated("a", 4_000), "What?" },
        { "xnone's reply would be too long, too", $"key: xnone\n decomp: *\n  reasmb: {Repeated("(1)", 1_000)}\n", Repeated("a", 4_000), "Please go on." },
        { "a memory repeats what was said", $"key: xnone\n decomp: *\n  reasmb: what?\nkey: a\n decomp: $ *\n  reasmb: {Repeated("(1)", 1_000)}\n decomp: *\n  reasmb: fine\n", Repeated("a", 4_000), "What?" },
        { "memories are stored in a circle", $"key: xnone\n decomp: *\n  reasmb: what?\nkey: a\n decomp: $ *\n  reasmb: {Long}\n decomp: * a\n  reasmb: goto a\n decomp: *\n  reasmb: so\n", "a", "What?" },
    };

    [Theory, MemberData(nameof(Growing))]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void What_grows_is_given_up_before_it_is_large(string what, string script, string line, string reply)
    {
        var compiled = TestScripts.Compile(script);
        _ = compiled.Start().Reply("warm up");
        Conversation? conversation = null;
        var answer = "";
        var allocated = Allocation.Once(() =>
        {
            conversation = compiled.Start();
            answer = conversation.Reply(line);
        });

        answer.ShouldBe(reply, what);
        allocated.ShouldBeLessThan(16 * Megabyte, what);

        var heard = compiled.Start();
        heard.Advance(line);
        heard.State.ShouldBe(conversation!.State, what);
    }

    [Fact]
    public void A_conversation_that_had_a_long_line_answers_a_short_one_as_any_other()
    {
        var script = TestScripts.Compile("key: xnone\n decomp: *\n  reasmb: what?\nkey: a\n decomp: *\n  reasmb: " + Repeated("(1)", 150) + "\n");
        var conversation = script.Start();
        conversation.Reply(Repeated("b", 100_000)).ShouldBe("What?");
        conversation.Reply("a " + Repeated("b", 600)).ShouldBe("What?", "although its buffers have room for more");
    }

    [Fact]
    public void Answering_a_line_again_copies_no_memories()
    {
        var conversation = TestScripts.Compile("key: xnone\n decomp: *\n  reasmb: what?\nkey: my\n decomp: $ * my *\n  reasmb: your (2)\n decomp: *\n  reasmb: fine\n").Start();
        var line = Repeated("my", 4_000);
        for (var i = 0; i < 85; i++) conversation.Advance(line);
        _ = conversation.Answer(line);

        Allocation.Of(() =>
        {
            for (var choice = 0; choice < 128; choice++) _ = conversation.AnswerAgain(line);
        }).ShouldBe(0);
    }

    [Fact]
    public void There_is_no_line_to_answer_again_before_the_first() =>
        Should.Throw<InvalidOperationException>(() => { _ = TestScripts.Compile("key: xnone\n decomp: *\n  reasmb: what?\n").Start().AnswerAgain("a"); });

    private static string Repeated(string word, int times) => string.Join(' ', Enumerable.Repeat(word, times));

    /// <summary>Keywords that each double the words and go to the next keyword.</summary>
    private static string Chain(char first, char last) =>
        string.Concat(Enumerable.Range(first, last - first).Select(c => $"({(char)c} ((0) (PRE (1 1) (={(char)(c + 1)}))))"));
}
