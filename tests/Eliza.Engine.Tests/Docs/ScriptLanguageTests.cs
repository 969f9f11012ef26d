using System.Globalization;
using System.Text.RegularExpressions;
using Eliza.Compiler;
using Eliza.Engine.Tests.Support;
using Eliza.Testing;

namespace Eliza.Engine.Tests.Docs;

/// <summary>The examples and claims of docs/script-language.md are true.</summary>
public sealed partial class ScriptLanguageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "script-language.md"));

    [Fact]
    public void Every_example_compiles_without_a_finding_and_answers_as_it_says()
    {
        var examples = Examples.Conversations(Page).ToList();
        examples.Count(example => example.Talk.Count > 0).ShouldBeGreaterThan(15);
        foreach (var example in examples)
        {
            var compiled = ScriptCompiler.Compile(TestScripts.Path, example.Script);
            compiled.Findings.ShouldBeEmpty($"the script of line {example.Line}");
            var conversation = compiled.Script!.Start();
            foreach (var (line, reply) in example.Talk) conversation.Reply(line).ShouldBe(reply, $"the talk of line {example.Line}, “{line}”");
        }
    }

    [SharedFact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Palindromes_are_decided_up_to_the_length_that_the_page_says()
    {
        var script = TestScripts.Compile(File.ReadAllText(Repository.SharedFile("scripts/palindrome-turing-machine.txt")));
        var length = 1;
        while (IsDecided(length)) length++;
        (length - 1).ShouldBe(int.Parse(StatedLength().Match(string.Join(' ', Page)).Groups[1].Value, CultureInfo.InvariantCulture));

        // A palindrome takes the most steps of all strings of its length.
        bool IsDecided(int letters) =>
            script.Start().Reply("palp " + string.Join(' ', Enumerable.Repeat("A", letters))).Contains("TRUE", StringComparison.Ordinal);
    }

    [GeneratedRegex("for all strings of up to ([0-9]+) letters")]
    private static partial Regex StatedLength();
}
