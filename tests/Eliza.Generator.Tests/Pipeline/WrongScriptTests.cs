using Eliza.Generator.Tests.Support;

namespace Eliza.Generator.Tests.Pipeline;

/// <summary>A wrong script gives its own errors and no others. <see cref="Generation.ShouldCompile"/> checks that C# adds none.</summary>
public sealed class WrongScriptTests
{
    private const string Consumer =
        """
        static class Consumer
        {
            static string First() => Garden.Scripts.Parrot.Start().Reply(Garden.Scripts.All[0].Name + Garden.Scripts.Find("parrot")?.Greeting);
        }
        """;

    [Fact]
    public void The_public_members_are_there_all_the_same()
    {
        var project = new Project(("parrot", "key: xnone\nreasmb: Too early.\ndecmp: *\n"), ("raven", Samples.Raven));
        project.AddCSharp(Consumer);

        var generation = project.Generate();

        generation.Diagnostics.ShouldNotBeEmpty();
        generation.Diagnostics.ShouldAllBe(diagnostic => diagnostic.StartsWith("scripts/parrot.txt(") && diagnostic.Contains(": error ELIZA"));
    }

    [Fact]
    public void Two_scripts_of_one_name_give_one_error_and_the_first_is_compiled()
    {
        var project = new Project(("parrot", Samples.Parrot), ("Parrot", Samples.Raven), ("PAR'ROT", Samples.Parrot));
        project.AddCSharp(Consumer);

        var generation = project.Generate();

        generation.Diagnostics.ShouldBe(
        [
            "scripts/Parrot.txt(1,1): error ELIZA0010: The scripts 'parrot.txt' and 'Parrot.txt' would both be called 'Parrot'. Rename one of the files.",
            "scripts/PAR'ROT.txt(1,1): error ELIZA0010: The scripts 'parrot.txt' and 'PAR'ROT.txt' would both be called 'Parrot'. Rename one of the files.",
        ]);
        generation.FileNames.ShouldBe(["Scripts.Parrot.g.cs", "Scripts.Parrot.Map.g.cs", "Scripts.g.cs"]);
        generation.Script("parrot").Start().Reply("").ShouldBe("Pieces of eight!");
    }

    [Fact]
    public void A_project_without_scripts_has_no_code_for_them() => new Project().Generate().FileNames.ShouldBeEmpty();

    [Fact]
    public void Files_that_are_no_scripts_are_left_alone()
    {
        var project = new Project(("parrot", Samples.Parrot));
        project.AddOther("notes.md", "no script at all");

        project.Generate().Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Scripts_are_found_whatever_the_case_of_the_name()
    {
        var generation = new Project(("Parrot", Samples.Parrot)).Generate();

        generation.Find("pARROT")!.Name.ShouldBe("Parrot");
        generation.Find("polly").ShouldBeNull();
    }
}
