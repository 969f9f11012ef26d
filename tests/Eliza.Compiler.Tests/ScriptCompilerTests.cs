using System.Runtime.CompilerServices;
using Eliza.Testing;

namespace Eliza.Compiler.Tests;

public sealed class ScriptCompilerTests
{
    private const string Parrot = "initial: Ahoy!\nkey: xnone\n decomp: *\n  reasmb: Pieces of eight!\nkey: gold\n decomp: * gold *\n  reasmb: More gold (2)!\n";

    [Fact]
    public void A_script_is_compiled_named_after_its_file_and_talks()
    {
        var compiled = ScriptCompiler.Compile("somewhere/long john.txt", Parrot);

        compiled.Findings.ShouldBeEmpty();
        compiled.Script!.Name.ShouldBe("long john");
        compiled.Script.Start().Reply("I want gold now").ShouldBe("More gold now!");
    }

    [Fact]
    public void Its_map_says_where_its_rules_stand() =>
        ScriptCompiler.Compile("parrot.txt", Parrot).Map!.Keywords.Select(keyword => (keyword.Line, keyword.Quote)).ShouldBe([(2, "key: xnone"), (5, "key: gold")]);

    [Fact]
    public void A_script_with_an_error_gives_findings_and_no_script()
    {
        var compiled = ScriptCompiler.Compile("a/parrot.txt", Parrot + "key: rum\n decomp: *\n  reasmb: goto gould\n");

        compiled.Script.ShouldBeNull();
        compiled.Map.ShouldBeNull();
        var finding = compiled.Findings.ShouldHaveSingleItem();
        finding.ShouldSatisfyAllConditions(
            () => (finding.Path, finding.Line, finding.Column, finding.EndLine, finding.EndColumn).ShouldBe(("a/parrot.txt", 10, 16, 10, 21)),
            () => (finding.Id, finding.Severity, finding.Title).ShouldBe(("ELIZA0006", FindingSeverity.Error, "Unknown goto")),
            () => finding.Replacements.ShouldBe([new(10, 16, 21, "gold")]),
            () => finding.ToString().ShouldBe($"a/parrot.txt(10,16): error ELIZA0006: {finding.Message}"));
    }

    [Fact]
    public void A_script_with_a_warning_talks()
    {
        var compiled = ScriptCompiler.Compile("parrot.txt", Parrot.Replace("initial: Ahoy!", "", StringComparison.Ordinal));

        compiled.Findings.ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Warning);
        compiled.Script!.Start().Reply("hello").ShouldBe("Pieces of eight!");
    }

    [Fact]
    public void Doctor_has_no_finding_at_all() => ScriptCompiler.Check("doctor.txt", Repository.Script("doctor")).ShouldBeEmpty();

    [Fact]
    public void To_check_a_script_finds_what_compiling_it_finds()
    {
        var broken = Parrot + "colour: red\nkey: gold\n decomp: *\n  reasmb: (3)\n";

        ScriptCompiler.Check("parrot.txt", broken).Select(finding => finding.ToString())
            .ShouldBe(ScriptCompiler.Compile("parrot.txt", broken).Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void A_script_that_nobody_holds_is_unloaded_and_one_that_talks_is_not()
    {
        var (talking, forgotten) = (ScriptCompiler.Compile("parrot.txt", Parrot).Script!.Start(), CompileAndForget());

        for (var i = 0; forgotten.IsAlive && i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        forgotten.IsAlive.ShouldBeFalse();
        talking.Reply("gold!").ShouldBe("More gold!");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CompileAndForget()
    {
        var script = ScriptCompiler.Compile("parrot.txt", Parrot).Script!;
        script.Start().Reply("gold").ShouldBe("More gold!");
        return new(script.GetType().GenericTypeArguments[0].Assembly);
    }
}
