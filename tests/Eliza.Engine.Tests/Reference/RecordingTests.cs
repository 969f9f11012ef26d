using System.Text.RegularExpressions;
using Eliza.Engine.Tests.Differential;
using Eliza.Testing;
using Case = Eliza.Engine.Tests.Differential.Case;

namespace Eliza.Engine.Tests.Reference;

/// <summary>The scripts and lines of the recording.</summary>
public sealed partial class RecordingTests
{
    private const int RandomScripts = 33;

    [ReferenceFact]
    public void The_reference_says_what_was_recorded()
    {
        var talks = Cases().Select(one => ReferenceEngine.Record(one.Script, one.Lines)).OfType<RecordedTalk>().Take(WrittenByHand.Count() + RandomScripts).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") Recording.Write(talks);
        else Recording.ToText(talks).ShouldBe(Recording.ToText(Recording.Talks));
    }

    private static IEnumerable<string> WrittenByHand =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests/reference/scripts")).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    /// <summary>
    /// Scripts written by hand, then random ones. Some random scripts are left out, for three reasons that docs/conformance.md
    /// explains: a list within a rule of MEMORY, a substitute in quotation marks, and a crash of the reference. It crashes if a
    /// PRE leaves no words and the keyword of MEMORY is next.
    /// </summary>
    private static IEnumerable<Case> Cases() =>
    [
        .. WrittenByHand.Select((script, seed) => new Case([script.TrimEnd('\n')], Plain(RandomSession.Lines(new Dice(seed), [.. Word().Matches(script).Select(word => word.Value).Distinct()], 1_500)))),
        .. Enumerable.Range(1, 200).Select(seed => RandomListScript.Case(seed, 500)).Where(one => !one.Parts.Any(rule => HasListInMemory(rule) || HasQuotedSubstitute(rule))).Select(one => one with { Lines = Plain(one.Lines) }),
    ];

    private static bool HasListInMemory(string rule) => rule.StartsWith("(MEMORY ", StringComparison.Ordinal) && ListInRule().IsMatch(rule);

    private static bool HasQuotedSubstitute(string rule) => rule.Contains("= \"X\"") || rule.Contains("= «A»");

    /// <summary>The lines that UTF-8 can express, which excludes half of a surrogate pair.</summary>
    private static List<string> Plain(IEnumerable<string> lines) => [.. lines.Where(line => !line.EnumerateRunes().Contains(new('\uFFFD')))];

    [GeneratedRegex(@"[\p{L}\d']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\((\*|/|A B\)|YOU KNOW\))")]
    private static partial Regex ListInRule();

    [Fact]
    public void It_has_twenty_thousand_lines() => Recording.Talks.Sum(talk => talk.Lines.Count).ShouldBeGreaterThanOrEqualTo(20_000);

    [Fact]
    public void It_has_the_scripts_written_by_hand_as_they_are() =>
        Recording.Talks.Take(WrittenByHand.Count()).Select(talk => talk.Script).ShouldBe(WrittenByHand);

    [Theory]
    [InlineData("START", @"^START$")]
    [InlineData("a comment", "^;")]
    [InlineData("an empty list", @"^\(\)$")]
    [InlineData("MEMORY", @"^\(MEMORY ")]
    [InlineData("NONE", @"^\(NONE ")]
    [InlineData("a substitution", @"^\(\S+ = ")]
    [InlineData("a rank", @"^\(\S+ [1-9]\s")]
    [InlineData("rank 0", @"^\(\S+ 0\s")]
    [InlineData("DLIST", @"DLIST\(/")]
    [InlineData("a link of a rule", @" \(=\S+\)\)$")]
    [InlineData("a link of a reassembly", @"\) \(=\S+\) \(")]
    [InlineData("PRE", @"\(PRE \(")]
    [InlineData("NEWKEY", @"\(NEWKEY\)")]
    [InlineData("an empty reassembly", @"\) \(\)")]
    [InlineData("a list in a reassembly", @"\(YOU KNOW\)")]
    [InlineData("tags", @"\(/[A-Z]+ [A-Z]+\)")]
    [InlineData("a set", @"\(\*[A-Z]+ ")]
    [InlineData("any number of words", @"\(\(0 ")]
    [InlineData("a fixed number of words", @"\(\([^()]*[1-9]")]
    public void Its_scripts_have(string construct, string pattern) =>
        Recording.Talks.Count(talk => Regex.IsMatch(talk.Script, pattern, RegexOptions.Multiline)).ShouldBeGreaterThanOrEqualTo(1, construct);

    [Theory]
    [InlineData("EARLIER ONE")]
    [InlineData("EARLIER TWO")]
    [InlineData("EARLIER THREE")]
    [InlineData("EARLIER FOUR")]
    [InlineData("HMMM")]
    [InlineData("GO ON , PLEASE")]
    [InlineData("I SEE")]
    [InlineData("PLEASE CONTINUE")]
    public void Its_replies_have_each_memory_and_each_answer_to_what_nothing_matches(string words) =>
        Recording.Talks.SelectMany(talk => talk.Replies).ShouldContain(reply => reply.StartsWith(words, StringComparison.Ordinal));
}
