using Eliza.Cli.Covering;
using Eliza.Cli.Tests.Support;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Cli.Tests.Covering;

public sealed class CoverageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Trait(TestCategory.Name, TestCategory.Slow)]
    [Fact]
    public async Task The_transcript_that_reaches_every_reassembly_uses_all_of_doctor() =>
        (await RunAsync(Shipped("doctor-every-reply.tsv"))).ShouldBe((ExitCodes.Success, """
            doctor was played: 1 transcript, 237 lines, 0 replies differ from those expected.
            keywords           45 of     45 used  100 %
            decompositions     82 of     82 used  100 %
            reassemblies      255 of    255 used  100 %

            """, ""));

    [Fact]
    public void It_sums_up_and_then_lists_the_twenty_most_useful_lines_keywords_first()
    {
        var lines = Report(Scripts.Doctor, new Transcript("t", [new(1, "Hm.", null)])).Split('\n');

        lines[0].ShouldBe("doctor was played: 1 transcript, 1 line, 0 replies differ from those expected.");
        lines[4].ShouldBe("doctor.txt:130: never used: key: sorry");
        lines[4..24].ShouldAllBe(line => line.Contains(": never used: key: ", StringComparison.Ordinal));
        lines[24..].ShouldBe(["And 359 more: --all lists them.", ""]);
    }

    [Fact]
    public void All_that_was_never_used_is_listed_by_line_and_counted_rounding_down()
    {
        Report(Scripts.Garden, listsAll: true, new Transcript("t", [new(1, "water it", null), new(2, "my flower", null)])).ShouldBe("""
            garden was played: 1 transcript, 2 lines, 0 replies differ from those expected.
            keywords            2 of      4 used   50 %
            decompositions      2 of      8 used   25 %
            reassemblies        2 of     13 used   15 %
            garden.txt:11: never used: key: xnone
            garden.txt:12: never used: decomp: *
            garden.txt:13: never used: reasmb: Tell me about the garden.
            garden.txt:14: never used: reasmb: goto water
            garden.txt:15: never used: reasmb: newkey
            garden.txt:20: never used: reasmb: newkey
            garden.txt:21: never used: decomp: $ * flower *
            garden.txt:22: never used: reasmb: Once there was a flower (2).
            garden.txt:23: never used: decomp: $ * flower
            garden.txt:24: never used: reasmb: It was (1).
            garden.txt:25: never used: decomp: * flower * @tree *
            garden.txt:26: never used: reasmb: Under the (3) (4)?
            garden.txt:27: never used: reasmb: goto water
            garden.txt:29: never used: key: my 1
            garden.txt:30: never used: decomp: * my @tree * root *
            garden.txt:31: never used: reasmb: Your (2) (4)?
            garden.txt:36: never used: decomp: *
            garden.txt:37: never used: reasmb: newkey
            garden.txt:38: never used: reasmb: It rains.

            """);
    }

    [Trait(TestCategory.Name, TestCategory.Slow)]
    [Fact]
    public async Task Replies_other_than_expected_are_shown_first_and_fail()
    {
        var path = Write("t.tsv", "# a note", "", "water it\tWater it.", "bloom", "so long\tMind the dog.");
        var (exitCode, output, _) = await RunAsync(path);
        exitCode.ShouldBe(ExitCodes.Failure);
        output.ShouldStartWith("doctor was played: 1 transcript, 3 lines, 2 replies differ from those expected.\n");
        output.ShouldContain($"""
            {path}:3: water it
              expected  Water it.
              actual    I am not sure I understand you fully.
            {path}:5: so long
              expected  Mind the dog.
              actual    What does that suggest to you?
            doctor.txt:
            """);
    }

    [Fact]
    public void One_reply_is_not_many() =>
        Report(Scripts.Doctor, new Transcript("t", [new(1, "Hm.", "Hm?")])).ShouldStartWith("doctor was played: 1 transcript, 1 line, 1 reply differs from the one expected.\n");

    [Fact]
    public void A_line_that_begins_with_a_tab_is_a_user_who_says_nothing()
    {
        Transcript.Read(Write("t.tsv", "\tGo on.", "   ", " # said", "a\tb\tc")).Lines.ShouldBe(
            [new(1, "", "Go on."), new(3, " # said", null), new(4, "a", "b\tc")]);
    }

    [Theory]
    [InlineData("innkeeper/talk.tsv", "innkeeper")]
    [InlineData("Inn/doctor-1.tsv", "inn")]
    [InlineData("talks/innkeeper-1.tsv", "innkeeper")]
    [InlineData("talks/inn.tsv", "inn")]
    [InlineData("talks/doctor", "doctor")]
    [InlineData("talks/innings.tsv", null)]
    public void The_folder_of_a_transcript_names_its_script_or_else_its_own_name_does(string path, string? script) =>
        new Transcript(path, []).ScriptAmong(["doctor", "inn", "innkeeper"]).ShouldBe(script);

    [Trait(TestCategory.Name, TestCategory.Slow)]
    [Fact]
    public async Task Each_transcript_is_a_conversation_of_its_own_with_its_own_script()
    {
        Write("doctor.txt", "initial: Hello.", "key: xnone", " decomp: *", "  reasmb: Go on.", "  reasmb: And then?");
        Write("parrot.txt", "initial: Ahoy!", "key: xnone", " decomp: *", "  reasmb: Pieces of eight!");
        var (parrot, doctor) = (Write("parrot-1.tsv", "Hm.\tPieces of eight!"), Write("one.tsv", "Hm.\tGo on."));

        var (exitCode, output, _) = await RunAsync("--scripts", _folder.FullName, parrot, doctor, doctor);

        exitCode.ShouldBe(ExitCodes.Success);
        output.ShouldContain("parrot was played: 1 transcript, 1 line, 0 replies differ");
        output.ShouldContain("doctor was played: 2 transcripts, 2 lines, 0 replies differ");
        (await RunAsync("--scripts", _folder.FullName, "--model", "parrot", doctor)).Output.ShouldStartWith("parrot was played: 1 transcript, 1 line, 1 reply differs");
    }

    [Trait(TestCategory.Name, TestCategory.Slow)]
    [Fact]
    public async Task A_transcript_that_is_not_there_is_a_wrong_use()
    {
        var (exitCode, _, errors) = await RunAsync(_folder["none.tsv"]);
        exitCode.ShouldBe(ExitCodes.WrongUse);
        errors.ShouldStartWith("Cannot read the transcript ");
    }

    private string Write(string name, params string[] lines)
    {
        var path = _folder[name];
        File.WriteAllLines(path, lines);
        return path;
    }

    private static string Shipped(string name) => Path.Combine(Repository.Root, "scripts", "transcripts", name);

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => LocalProcess.RunAsync("", ["coverage", .. arguments]);

    private static string Report(Script script, params Transcript[] transcripts) => Report(script, listsAll: false, transcripts);

    private static string Report(Script script, bool listsAll, params Transcript[] transcripts)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new CoverageReport(script, Scripts.MapOf(script)!, transcripts).Write(output, listsAll);
        return output.ToString();
    }
}
