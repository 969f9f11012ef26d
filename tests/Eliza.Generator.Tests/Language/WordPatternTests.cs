using Eliza.Generator.Language;
using Eliza.Generator.Language.Checks;

namespace Eliza.Generator.Tests.Language;

public sealed class WordPatternTests
{
    private static readonly WordSets Sets = new(new CheckedScript(ScriptFrontEnd.Read("(HI)(A DLIST(/T))(B DLIST(/T U))(C DLIST(/U))").Syntax, new("")));

    private static readonly string[] Elements = ["0", "1", "A", "B", "(*A B)", "(/T)", "(/U)", "(*C)", "0", "0"];

    private static readonly string[] Words = ["A", "B", "C", "D"];

    [Theory]
    [InlineData("0 A 0", "0")]
    [InlineData("A 0", "0 A 0")]
    [InlineData("0 A B 0", "0 A 0 B 0")]
    [InlineData("0 A 0 A 0", "0 A 0")]
    [InlineData("0 0 0", "0")]
    [InlineData("1 0", "0 1")]
    [InlineData("0 A 1", "1 1 0")]
    [InlineData("0 (*A B) 0", "0 (/T) 0")]
    [InlineData("0 A 0 B 0 A 0", "0 (/T) 0 (/T) 0")]
    [InlineData("(*A B) C", "A C | B C")]
    [InlineData("1 1", "1 | 2 | 1 1 1")]
    [InlineData("0", "0 1 | 0 A | 0 1 0 | 0")]
    public void One_pattern_covers_another(string covered, string covering) => IsCovered(covered, covering).ShouldBeTrue();

    [Theory]
    [InlineData("0", "0 1 0")]
    [InlineData("0 A 0 B 0", "0 A B 0")]
    [InlineData("0 1 0", "0 (/T) 0")]
    [InlineData("0 B 0 A 0", "0 A 0 B 0")]
    [InlineData("0 A", "A 0")]
    [InlineData("(*A B C) C", "A C | B C")]
    [InlineData("0", "1 0 | A 0")]
    public void One_pattern_does_not_cover_another(string covered, string covering) => IsCovered(covered, covering).ShouldBeFalse();

    [Fact]
    public void A_pattern_too_long_to_compare_covers_nothing_and_is_covered_by_nothing()
    {
        WordPattern.Of(Pattern("64"), Sets).ShouldBeNull();
        WordPattern.Of(Pattern("2147483647 2147483647"), Sets).ShouldBeNull();
        IsCovered("63", "0").ShouldBeTrue();
        IsCovered("63", "62 0 | 62 0").ShouldBeFalse();
    }

    /// <summary>Compares all sequences of up to five of four words with the simplest way to match.</summary>
    [Fact]
    public void Whether_a_pattern_is_covered_is_what_trying_all_short_lines_says()
    {
        var random = new Random(1966);
        string[][] lines = [.. Enumerable.Range(0, 6).SelectMany(Lines)];
        var (held, refuted) = (0, 0);
        for (var i = 0; i < 600; i++)
        {
            var covered = Random(random, 4);
            var covering = string.Join(" | ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Random(random, 3)));
            var (one, others) = (Pattern(covered), covering.Split(" | ").Select(Pattern).ToArray());
            var isCovered = lines.All(line => !Matches(one, line, 0, 0) || others.Any(other => Matches(other, line, 0, 0)));
            IsCovered(covered, covering).ShouldBe(isCovered, $"{covered} by {covering}");
            if (isCovered) held++;
            else refuted++;
        }

        held.ShouldBeGreaterThan(50);
        refuted.ShouldBeGreaterThan(100);
    }

    private static bool IsCovered(string covered, string covering) =>
        WordPattern.Of(Pattern(covered), Sets)!.IsCoveredBy([.. covering.Split(" | ").Select(pattern => WordPattern.Of(Pattern(pattern), Sets)!)]);

    private static EquatableArray<ElementSyntax> Pattern(string pattern) =>
        ScriptFrontEnd.Read($"(HI)(K (({pattern}) (X)))").Syntax.Keywords[0].Decompositions[0].Pattern;

    private static string Random(Random random, int most) =>
        string.Join(" ", Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Elements[random.Next(Elements.Length)]));

    private static IEnumerable<string[]> Lines(int length) => length == 0
        ? [[]]
        : Lines(length - 1).SelectMany(line => Words.Select(word => (string[])[.. line, word]));

    private static bool Matches(EquatableArray<ElementSyntax> pattern, string[] line, int element, int word)
    {
        if (element == pattern.Count) return word == line.Length;
        return pattern[element] switch
        {
            AnyWordsSyntax => Enumerable.Range(word, line.Length - word + 1).Any(next => Matches(pattern, line, element + 1, next)),
            ExactWordsSyntax exact => word + exact.Count <= line.Length && Matches(pattern, line, element + 1, word + exact.Count),
            var one => word < line.Length && Takes(one, line[word]) && Matches(pattern, line, element + 1, word + 1),
        };
    }

    private static bool Takes(ElementSyntax element, string word) => element switch
    {
        LiteralSyntax literal => literal.Word == word,
        AlternativesSyntax alternatives => alternatives.Words.Any(w => w.Text == word),
        ClassReferenceSyntax reference => reference.Classes.Any(c => (c.Text == "T" ? "A B" : "B C").Contains(word, StringComparison.Ordinal)),
        _ => false,
    };
}
