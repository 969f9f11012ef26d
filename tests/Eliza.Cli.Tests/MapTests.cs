using Eliza.Compiler;
using Eliza.Runtime.Engine;
using Eliza.Runtime.Maps;
using Eliza.Testing;

namespace Eliza.Cli.Tests;

public sealed class MapTests
{
    private static readonly ScriptMap Doctor = Scripts.MapOf(Scripts.Doctor)!;

    [Fact]
    public void Every_rule_of_doctor_stands_on_its_line()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "scripts", "doctor.txt"));
        var rules = Doctor.Keywords.SelectMany(keyword =>
            keyword.Decompositions.SelectMany(one => one.Reassemblies.AsEnumerable<Rule>().Prepend(one)).Prepend(keyword)).ToList();
        rules.Count.ShouldBe(lines.Count(line => line.TrimStart() is ['k', 'e', 'y', ':', ..] or ['d', 'e', 'c', 'o', 'm', 'p', ':', ..] or ['r', 'e', 'a', 's', 'm', 'b', ':', ..]));
        foreach (var rule in rules) rule.Quote.ShouldBe(lines[rule.Line - 1].Trim());
    }

    [Fact]
    public void A_rule_of_a_list_script_is_quoted_in_lists()
    {
        var map = Scripts.MapOf(Scripts.Kitchen)!;
        var salt = map.Keywords.Single(keyword => keyword.Word == "SALT");
        (salt.Line, salt.Quote).ShouldBe((9, "(SALT …)"));
        salt.Link.ShouldBe(new Rule(11, "(=WATER)"));
        (salt.Decompositions[0].Line, salt.Decompositions[0].Quote).ShouldBe((10, "(0 SALT 2)"));
        salt.Decompositions[0].Reassemblies.Select(rule => (rule.Line, rule.Quote, rule.Kind)).ShouldBe(
            [(10, "(SALTED 3)", ReassemblyKind.Text), (10, "(PRE (MY OWN 3 SALT) (=MY))", ReassemblyKind.Replace)]);
        map.MemoryRules.Select(rule => (rule.Line, rule.Quote)).ShouldBe(
            [(18, "(0 YOUR 0 = EARLIER 3)"), (19, "(0 YOUR 0 = BEFORE 3)"), (20, "(0 YOUR 0 = ONCE 3)"), (21, "(0 YOUR 0 = LONG AGO 3)")]);
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void There_is_a_map_of_each_script_and_none_of_a_script_of_another_assembly()
    {
        Scripts.MapOf(Scripts.Kitchen).ShouldBeSameAs(Scripts.Maps.Kitchen);
        Scripts.All.ShouldAllBe(script => Scripts.MapOf(script)!.File == script.Name + ".txt");
        Scripts.MapOf(ScriptCompiler.Compile("doctor.txt", Repository.Script("doctor")).Script!).ShouldBeNull();
    }
}
