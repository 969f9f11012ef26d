using Eliza.Generator.Language;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Language;

/// <summary>Compares the rules, the release file, the pages and their index.</summary>
public sealed class DiagnosticPagesTests
{
    /// <summary>Findings without a short example. They have tests of their own.</summary>
    private static readonly string[] WithoutExample = ["ELIZA0002", "ELIZA0010", "ELIZA0058", "ELIZA0059", "ELIZA0077", "ELIZA0078"];

    private static readonly string[] ReleaseFiles = ["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"];

    public static TheoryData<string> Ids => [.. ScriptRules.All.Select(rule => rule.Id)];

    [Fact]
    public void There_are_at_least_thirty_rules_in_the_order_of_their_numbers_and_no_number_is_given_twice()
    {
        var ids = ScriptRules.All.Select(rule => rule.Id).ToList();
        ids.Count.ShouldBeGreaterThan(30);
        ids.ShouldBe(ids.Distinct().Order(StringComparer.Ordinal));
        ids.ShouldAllBe(id => id.Length == 9);
    }

    [Fact]
    public void The_release_file_names_every_rule() =>
        Released().ShouldBe(ScriptRules.All.Select(rule => (rule.Id, rule.Severity.ToString(), rule.Title)));

    [Fact]
    public void The_index_is_the_release_file_as_a_table()
    {
        var index = File.ReadAllText(Path.Combine(Repository.Root, "docs/diagnostics/README.md"));
        var table = string.Concat(Released().Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity} | {rule.Title} |\n"));
        index.ShouldEndWith("| Id | Severity | About |\n|---|---|---|\n" + table, Case.Sensitive);
    }

    [Fact]
    public void There_is_no_page_without_a_rule() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "docs/diagnostics"), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(ScriptRules.All.Select(rule => rule.Id).Append("README"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_its_rule_and_tells_the_cause(string id)
    {
        var rule = ScriptRules.All.Single(r => r.Id == id);
        var page = Page(id);
        page.ShouldStartWith($"# {rule.Id}: {rule.Title}\n\n{rule.Severity}, ", Case.Sensitive);
        page.ShouldContain("\n## Cause\n\n");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_wrong_example_gives_exactly_its_finding(string id)
    {
        var examples = Examples(id, "Wrong");
        examples.Length.ShouldBeInRange(WithoutExample.Contains(id) ? 0 : 1, WithoutExample.Contains(id) ? 0 : 2);
        foreach (var example in examples) Script.Ids(example).Distinct().ShouldBe([id], example);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_right_example_is_clean(string id)
    {
        var examples = Examples(id, "Right");
        examples.Length.ShouldBe(Examples(id, "Wrong").Length);
        foreach (var example in examples) Script.Findings(example).ShouldBeEmpty(example);
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(Repository.Root, "docs/diagnostics", id + ".md"));

    internal static string[] Examples(string id, string heading)
    {
        var section = Page(id).Split("\n## ").SingleOrDefault(part => part.StartsWith(heading, StringComparison.Ordinal)) ?? "";
        return [.. section.Split("```eliza\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])];
    }

    private static IEnumerable<(string Id, string Severity, string Title)> Released() =>
        from file in ReleaseFiles
        from line in File.ReadLines(Path.Combine(Repository.Root, "src/Eliza.Generator", file))
        where line.StartsWith("ELIZA", StringComparison.Ordinal)
        let cells = line.Split(" | ")
        select (cells[0], cells[2], cells[3]);
}
