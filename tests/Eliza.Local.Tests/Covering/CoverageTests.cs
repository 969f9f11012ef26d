using Eliza.Local.Covering;
using Eliza.Runtime;
using Eliza.Testing;

namespace Eliza.Local.Tests.Covering;

public sealed class CoverageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_transcript_that_reaches_every_reassembly_uses_all_of_doctor()
    {
        var (exitCode, output, _) = Run(Function.Scripts.Doctor, Shipped("doctor-every-reply.tsv"));
        exitCode.ShouldBe(ExitCodes.Success);
        output.ShouldBe("""
            215 lines were played, 0 replies differ from those expected.
            keywords           46 of     46 used  100 %
            decompositions     70 of     70 used  100 %
            reassemblies      233 of    233 used  100 %

            """);
    }

    [Fact]
    public void The_conversation_of_1966_goes_as_it_went_and_leaves_rules_unused()
    {
        var (exitCode, output, _) = Run(Function.Scripts.Doctor, Shipped("doctor-1966.tsv"));
        exitCode.ShouldBe(ExitCodes.Success);
        output.ShouldContain("doctor.txt:346: never used: key: remember 5");
        output.ShouldContain("15 lines were played, 0 replies differ from those expected.");
    }

    [Fact]
    public void What_was_never_used_is_listed_by_line_and_counted_rounding_down()
    {
        var report = new CoverageReport(Scripts.Garden, Scripts.MapOf(Scripts.Garden)!, [new("t", [new(1, "water it", null), new(2, "my flower", null)])]);
        using var output = new StringWriter { NewLine = "\n" };
        report.Write(output);
        output.ToString().ShouldBe("""
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
            2 lines were played, 0 replies differ from those expected.
            keywords            2 of      4 used   50 %
            decompositions      2 of      8 used   25 %
            reassemblies        2 of     13 used   15 %

            """);
    }

    [Fact]
    public void A_reply_other_than_expected_is_shown_and_fails()
    {
        var path = Write("# a note", "", "water it\tWater it.", "bloom", "so long\tMind the dog.");
        var (exitCode, output, _) = Run(Function.Scripts.Doctor, path);
        exitCode.ShouldBe(ExitCodes.Failure);
        output.ShouldStartWith($"""
            {path}:3: water it
              expected  Water it.
              actual    I am not sure I understand you fully.
            {path}:5: so long
              expected  Mind the dog.
              actual    What does that suggest to you?

            """);
        output.ShouldContain("3 lines were played, 2 replies differ from those expected.");
    }

    [Fact]
    public void A_line_that_begins_with_a_tab_is_a_user_who_says_nothing()
    {
        Transcript.Read(Write("\tGo on.", "   ", " # said", "a\tb\tc")).Lines.ShouldBe(
            [new(1, "", "Go on."), new(3, " # said", null), new(4, "a", "b\tc")]);
    }

    [Fact]
    public void Each_transcript_is_a_conversation_of_its_own()
    {
        var path = Write("Hm.\tI am not sure I understand you fully.");
        Run(Function.Scripts.Doctor, path, path).ExitCode.ShouldBe(ExitCodes.Success);
    }

    [Fact]
    public void A_transcript_that_is_not_there_is_a_wrong_use()
    {
        var (exitCode, _, errors) = Run(Function.Scripts.Doctor, _folder["none.tsv"]);
        exitCode.ShouldBe(ExitCodes.WrongUse);
        errors.ShouldStartWith("Cannot read the transcript ");
    }

    private string Write(params string[] lines)
    {
        var path = _folder["t.tsv"];
        File.WriteAllLines(path, lines);
        return path;
    }

    private static string Shipped(string name) => Path.Combine(Repository.Root, "scripts", "transcripts", name);

    private static (int ExitCode, string Output, string Errors) Run(Script script, params string[] paths)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        return (CoverageCommand.Run(script, paths, output, errors), output.ToString(), errors.ToString());
    }
}
