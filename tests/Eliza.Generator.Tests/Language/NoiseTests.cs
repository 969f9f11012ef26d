using Eliza.Generator.Language;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Language;

/// <summary>Reading any file ends, with a limited number of findings.</summary>
public sealed class NoiseTests
{
    private const int Many = 100_000;

    private static readonly Dictionary<string, string> Noise = new()
    {
        { "prose", Repeated("It was a dark and stormy night\n") },
        { "unknown tags", Repeated("tag: value\n") },
        { "keywords without anything", Repeated("key: word\n") },
        { "reassemblies", Repeated("reasmb: (99)\n") },
        { "gotos", "initial: Hi.\nkey: xnone\ndecomp: *\n" + Repeated("reasmb: goto nowhere\n") },
        { "opening parentheses", Repeated("(") },
        { "opening parentheses in lines", Repeated("(\n") },
        { "closing parentheses", "(HI)" + Repeated(")") },
        { "balanced parentheses", Repeated("(") + Repeated(")") },
        { "balanced parentheses in lines", Repeated("(\n") + Repeated(")\n") },
        { "symbols", "(HI)" + Repeated("A 1 = \n") },
        { "rules of nothing", "(HI)" + Repeated("(A)\n") },
        { "warnings, and no xnone", Repeated("synon:! \u4BF1 \n") },
        { "links", "(HI)" + Repeated("(A ((0) (=B)))\n") },
    };

    public static TheoryData<string> Kinds => [.. Noise.Keys];

    [Theory]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    [MemberData(nameof(Kinds))]
    public void A_hundred_thousand_lines_of_noise_give_a_hundred_findings_and_a_note(string kind)
    {
        var found = ScriptFrontEnd.Read(Noise[kind]).Diagnostics;
        found.Count.ShouldBeInRange(1, 101, kind);
        if (found.Count == 101) found[100].Rule.Id.ShouldBe("ELIZA0002");
        found.ShouldContain(f => f.Rule.Severity == ScriptSeverity.Error);
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Ten_thousand_keywords_that_go_to_each_other_are_checked()
    {
        var keys = Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant(
            $"key: word{i}\ndecomp: * word{i} * again *\nreasmb: Again?\ndecomp: * word{i} *\nreasmb: goto word{i + 1}\n"));
        Script.Clean(Script.Line + string.Concat(keys) + "key: word10000\ndecomp: *\nreasmb: Ah.").Keywords.Count.ShouldBe(10_002);
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void A_keyword_of_five_thousand_decompositions_is_checked()
    {
        var decompositions = Enumerable.Range(0, 5_000).Select(i => FormattableString.Invariant($"decomp: * a * b{i} *\nreasmb: Ah.\n"));
        Script.Clean(Script.Line + "key: a\n" + string.Concat(decompositions)).Keywords[1].Decompositions.Count.ShouldBe(5_000);
    }

    [Fact]
    public void A_chain_of_ten_thousand_links_that_bites_its_tail_is_one_error()
    {
        var rules = Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant($"(K{i} (=K{(i + 1) % 10_000}))\n"));
        Script.Ids(Script.List + string.Concat(rules)).ShouldBe(["ELIZA0009"]);
    }

    [Fact]
    public void No_text_makes_a_reader_fail()
    {
        string[] pieces =
        [
            "(", ")", "=", ";", "0", "2", "99999999999", "A", "*", "/", "MEMORY", "NONE", "PRE", "NEWKEY", "DLIST", "START", " ", "\n", "\r\n", "\t",
            "initial:", "final:", "quit:", "pre:", "post:", "synon:", "key:", "decomp:", "reasmb:", "xnone", "$", "@", "@A", "goto ", "(1)", "(2)", "#", ":",
            "\"", "’", "\uD83D\uDE00", "\uD83D", "\u2028", "\uFEFF", "ß", "but",
        ];
        var random = new Random(1966);
        var clean = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var start = random.Next(2) == 0 ? "(HI)(NONE((0)(X)))(A((0)(X)))(MEMORY A(0=A)(0=A)(0=A)(0=A))\n" : "key:xnone\ndecomp:*\nreasmb:X\n";
            var script = start + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (syntax, found) = ScriptFrontEnd.Read(script);
            syntax.ShouldNotBeNull();
            if (found.Count == 0) clean++;
            foreach (var finding in found) Script.Shown(finding).ShouldNotBeEmpty();
        }

        clean.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(Script.Line)]
    [InlineData(Script.List)]
    public void Reading_can_be_cancelled(string script) =>
        Should.Throw<OperationCanceledException>(() => ScriptFrontEnd.Read(script, new CancellationToken(canceled: true)));

    private static string Repeated(string text) => string.Concat(Enumerable.Repeat(text, Many));
}
