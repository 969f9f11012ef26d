using Eliza.Cli.Covering;
using Eliza.Cli.Editing.Reading;
using Eliza.Cli.Editing.Trying;
using Eliza.Compiler;
using Eliza.Engine.Tests.Differential;
using Eliza.Generator.Language;
using Eliza.Testing;

namespace Eliza.Editing.Tests;

/// <summary>The lines that are to be tried reach their rules, and nearly every rule has one.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class TryingTests
{
    private static readonly string[] Unreachable =
        [ScriptRules.UnreachableDecomposition.Id, ScriptRules.ImpossibleWord.Id, ScriptRules.RewrittenWord.Id, ScriptRules.UnreachableKeyword.Id];

    private static readonly string[] Folders = ["scripts", "../shared/scripts", "tests/Eliza.Cli.Tests/scripts", "tests/Eliza.Service.Tests/scripts", "tests/reference/scripts"];

    /// <summary>The scripts of this repository, and those beside it if they are there.</summary>
    public static TheoryData<string> Scripts() =>
    [
        .. Folders.Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.txt")).Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_rule_that_the_checks_do_not_call_unreachable_has_a_line_that_reaches_it_but_one(string file)
    {
        var (rules, found) = Tried(File.ReadAllText(Path.Combine(Repository.Root, file)));
        rules.ShouldBeGreaterThan(0);
        // In the sample '* i was *' of the key 'i' is out of reach: the key 'was' has a higher rank and answers. No check compares keys.
        (rules - found).ShouldBe(file.EndsWith("doctor-line-format-sample.txt", StringComparison.Ordinal) ? 1 : 0);
    }

    [Fact]
    public void A_line_that_is_given_reaches_its_rule_in_random_scripts()
    {
        var (rules, found) = (0, 0);
        for (var i = 0; i < Soak.Times(40); i++)
        {
            foreach (var script in (string[])[RandomLineScript.Case((Soak.Seed * 1000) + i, 1).Script, RandomListScript.Case((Soak.Seed * 1000) + i, 1).Script])
            {
                var tried = Tried(script);
                (rules, found) = (rules + tried.Rules, found + tried.Found);
            }
        }
        // In such scripts many rules are out of reach.
        found.ShouldBeGreaterThan(rules / 2);
        Soak.Count("TryingTests.A_line_that_is_given", Soak.Times(80));
    }

    /// <summary>The rules of a script that should be reachable, and those of them that have a line. Each line is said to a script that was compiled anew.</summary>
    private static (int Rules, int Found) Tried(string text)
    {
        var view = ScriptView.Read(text);
        if (ScriptCompiler.Compile("parrot.txt", text).Script is not { } script)
            return default;
        var trials = Trials.Of(view, script);
        var fresh = ScriptCompiler.Compile("parrot.txt", text).Script!;
        foreach (var target in trials.Targets)
        {
            if (trials.For(target) is not { } trial)
                continue;
            var (talk, uses, reply) = (fresh.Start(), new UseRecord(), "");
            for (var time = 0; time < trial.Times; time++)
                reply = talk.Reply(trial.Line, uses);
            target.IsUsed(uses).ShouldBeTrue($"{trial}\n{text}");
            reply.ShouldBe(trial.Reply);
        }
        HashSet<Place> unreachable = [.. view.Findings.Where(finding => Unreachable.Contains(finding.Rule.Id)).Select(finding => finding.Place)];
        var rules = trials.Targets.Where(target => !(target.Decomposition?.Pattern ?? target.Memory!.Pattern).Select(element => element.Place)
            .Append(target.Place).Append(target.Keyword?.Word.Place ?? target.Place).Any(unreachable.Contains)).ToList();
        return (rules.Count, rules.Count(target => trials.For(target) is not null));
    }
}
