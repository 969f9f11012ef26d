using Eliza.Generator.Pipeline;
using Eliza.Generator.Tests.Support;
using Eliza.Testing;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Eliza.Generator.Tests.Pipeline;

/// <summary>The steps that run again after a change, and why. Every test checks that a second run over the same files does nothing; see <see cref="Project.Generate"/>.</summary>
public sealed class CachingTests
{
    private readonly Project _project = new(("crow", Samples.Parrot), ("parrot", Samples.Parrot), ("raven", Samples.Raven));

    public CachingTests() => _project.Generate();

    [Fact]
    public void An_unrelated_change_of_the_code_regenerates_nothing()
    {
        _project.AddCSharp("class Weed;");

        _project.Generate().ShouldReuseEverything();
    }

    [Fact]
    public void Another_equal_configuration_regenerates_nothing()
    {
        _project.ChangeOptions(new ProjectOptions(Project.RootNamespace));

        _project.Generate().ShouldReuseEverything();
    }

    [Theory]
    [InlineData("parrot", Samples.Parrot + "# Polly wants a comment.\n\n")]
    [InlineData("parrot", "Initial: Ahoy!\nKEY:\txnone\nDecomp:  *\nreasmb:Pieces of eight!")]
    [InlineData("raven", Samples.Raven + "; On a midnight dreary\n")]
    public void A_comment_a_blank_line_or_other_white_space_in_a_script_regenerates_nothing(string script, string text)
    {
        _project.Change(script, text);

        var generation = _project.Generate();

        generation.ReasonsOf(Steps.Files).ShouldBe([Cached, .. Changed(script, Modified)]);
        generation.ReasonsOf(Steps.Scripts).ShouldBe([Cached, .. Changed(script, Unchanged)]);
        generation.ReasonsOf(Steps.Sources).ShouldAllBe(reason => reason == Cached);
        generation.ReasonsOf(Steps.MapSources).ShouldAllBe(reason => reason == Cached);
        generation.ReasonsOf(Steps.Index).ShouldBe([Cached]);
    }

    [Theory]
    [InlineData("parrot", "# Polly wants a comment.\n" + Samples.Parrot)]
    [InlineData("parrot", "\n\n" + Samples.Parrot)]
    [InlineData("raven", "; On a midnight dreary\n" + Samples.Raven)]
    public void Lines_that_move_regenerate_the_map_that_tells_where_they_are_and_nothing_else(string script, string text)
    {
        _project.Change(script, text);

        var generation = _project.Generate();

        generation.ReasonsOf(Steps.Models).ShouldBe([Cached, .. Changed(script, Unchanged)]);
        generation.ReasonsOf(Steps.Sources).ShouldAllBe(reason => reason == Cached);
        generation.ReasonsOf(Steps.MapSources).ShouldBe([Cached, .. Changed(script, Modified)]);
        generation.ReasonsOf(Steps.Index).ShouldBe([Cached]);
    }

    [Fact]
    public void A_warning_that_moves_to_another_line_regenerates_nothing()
    {
        const string Warned = Samples.Parrot + "key: hello\n decomp: hello*\n  reasmb: Hello.\n";
        _project.Change("parrot", Warned);
        var before = _project.Generate();
        _project.Change("parrot", "\n" + Warned);

        var after = _project.Generate();

        before.Diagnostics.ShouldHaveSingleItem().ShouldStartWith("scripts/parrot.txt(6,10): warning ");
        after.Diagnostics.ShouldHaveSingleItem().ShouldStartWith("scripts/parrot.txt(7,10): warning ");
        after.ReasonsOf(Steps.Findings).ShouldBe([Cached, Modified, Cached]);
        after.ReasonsOf(Steps.Models).ShouldBe([Cached, Unchanged, Cached]);
        after.ReasonsOf(Steps.Sources).ShouldAllBe(reason => reason == Cached);
    }

    [Fact]
    public void A_rule_added_to_one_script_leaves_the_others_cached()
    {
        _project.Change("parrot", Samples.Parrot + "key: hello\n decomp: *\n  reasmb: Hello.\n");

        var generation = _project.Generate();

        generation.ReasonsOf(Steps.Files).ShouldBe([Cached, Modified, Cached]);
        generation.ReasonsOf(Steps.Scripts).ShouldBe([Cached, Modified, Cached]);
        generation.ReasonsOf(Steps.Findings).ShouldBe([Cached, Unchanged, Cached]);
        generation.ReasonsOf(Steps.Clashes).ShouldBe([Cached]);
        generation.ReasonsOf(Steps.Models).ShouldBe([Cached, Modified, Cached]);
        generation.Sources.ShouldBe(new() { ["Scripts.Crow.g.cs"] = Cached, ["Scripts.Parrot.g.cs"] = Modified, ["Scripts.Raven.g.cs"] = Cached });
        generation.ReasonsOf(Steps.Index).ShouldBe([Cached]);
    }

    [Fact]
    public void A_script_that_is_renamed_is_written_anew_and_the_others_are_not()
    {
        _project.Rename("parrot", "polly");

        var generation = _project.Generate();

        generation.FileNames.ShouldBe(
        [
            "Scripts.Crow.g.cs", "Scripts.Polly.g.cs", "Scripts.Raven.g.cs",
            "Scripts.Crow.Map.g.cs", "Scripts.Polly.Map.g.cs", "Scripts.Raven.Map.g.cs",
            "Scripts.g.cs",
        ]);
        generation.Sources["Scripts.Polly.g.cs"].ShouldBe(Modified);
        generation.Sources["Scripts.Crow.g.cs"].ShouldBe(Cached);
        generation.Sources["Scripts.Raven.g.cs"].ShouldBe(Cached);
        generation.All.Select(script => script.Name).ShouldBe(["crow", "polly", "raven"]);
    }

    [Fact]
    public void A_script_that_is_added_leaves_the_others_cached()
    {
        _project.Add("doctor", Repository.Script("doctor"));

        var generation = _project.Generate();

        generation.Sources.ShouldBe(new()
        {
            ["Scripts.Crow.g.cs"] = Cached, ["Scripts.Parrot.g.cs"] = Cached, ["Scripts.Raven.g.cs"] = Cached, ["Scripts.Doctor.g.cs"] = New,
        });
        generation.ReasonsOf(Steps.Index).ShouldBe([Modified]);
    }

    [Fact]
    public void A_script_that_is_removed_takes_its_code_with_it()
    {
        // With step tracking, Roslyn 4.14 loses the last item of a table in the second run after another item was removed.
        var project = new Project(tracksSteps: false, ("crow", Samples.Parrot), ("parrot", Samples.Parrot), ("raven", Samples.Raven));
        project.Generate();
        project.Remove("parrot");

        var generation = project.Generate();

        generation.FileNames.ShouldBe(["Scripts.Crow.g.cs", "Scripts.Raven.g.cs", "Scripts.Crow.Map.g.cs", "Scripts.Raven.Map.g.cs", "Scripts.g.cs"]);
        generation.All.Select(script => script.Name).ShouldBe(["crow", "raven"]);
    }

    [Fact]
    public void Another_root_namespace_is_written_without_reading_a_script_again()
    {
        _project.ChangeOptions(new ProjectOptions("Park"));

        var generation = _project.Generate();

        generation.ReasonsOf(Steps.Scripts).ShouldAllBe(reason => reason == Cached);
        generation.ReasonsOf(Steps.Models).ShouldAllBe(reason => reason == Cached);
        generation.ReasonsOf(Steps.Sources).ShouldAllBe(reason => reason == Modified);
        generation.ReasonsOf(Steps.Index).ShouldBe([Modified]);
    }

    [Fact]
    public void A_script_that_breaks_and_is_mended_leaves_the_others_cached()
    {
        _project.Change("parrot", "key: xnone\n");
        var broken = _project.Generate();
        _project.Change("parrot", Samples.Parrot);
        var mended = _project.Generate();

        broken.Sources.ShouldBe(new() { ["Scripts.Crow.g.cs"] = Cached, ["Scripts.Parrot.g.cs"] = Modified, ["Scripts.Raven.g.cs"] = Cached });
        mended.Sources.ShouldBe(new() { ["Scripts.Crow.g.cs"] = Cached, ["Scripts.Parrot.g.cs"] = Modified, ["Scripts.Raven.g.cs"] = Cached });
        mended.Script("parrot").Start().Reply("hello").ShouldBe("Pieces of eight!");
    }

    /// <summary>The reasons for the second and the third script. One of them has changed.</summary>
    private static IncrementalStepRunReason[] Changed(string script, IncrementalStepRunReason reason) =>
        script == "parrot" ? [reason, Cached] : [Cached, reason];
}
