using System.Globalization;
using System.Text.RegularExpressions;
using Eliza.Cli.Evaluating;
using Eliza.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Cli.Tests.Evaluating;

public sealed class ScoreTests
{
    private static readonly Gen<string> Texts =
        Gen.Elements("a", "An", "the", "Paris", "paris!", "rock-n-roll", "...", "“x”", "theatre", "7", "é").ListOf().Select(words => string.Join(' ', words));

    public static TheoryData<string, double, double, string[]> Vectors
    {
        get
        {
            var vectors = new TheoryData<string, double, double, string[]>();
            foreach (var fields in File.ReadLines(Path.Combine(Repository.Root, "tests/Eliza.Cli.Tests/Evaluating/scores.tsv")).Skip(1).Select(line => line.Split('\t')))
                vectors.Add(Regex.Unescape(fields[0]), double.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(fields[2], CultureInfo.InvariantCulture), fields[3..]);
            return vectors;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Exact_match_and_F1_are_those_of_the_published_definitions(string prediction, double exactMatch, double f1, string[] answers)
    {
        var score = Score.Of(prediction, answers);
        score.ExactMatch.ShouldBe(exactMatch);
        score.F1.ShouldBe(f1, 1e-12);
    }

    [Fact]
    public void Prediction_and_answer_count_alike() => Law.Holds(Gen.Zip(Texts, Texts), pair =>
    {
        var (there, back) = (Score.Of(pair.Item1, [pair.Item2]), Score.Of(pair.Item2, [pair.Item1]));
        there.ExactMatch.ShouldBe(back.ExactMatch);
        there.F1.ShouldBe(back.F1, 1e-12);
    });

    [Fact]
    public void A_score_is_between_0_and_1_and_an_exact_match_has_both() => Law.Holds(Gen.Zip(Texts, Texts), pair =>
    {
        var score = Score.Of(pair.Item1, [pair.Item2]);
        score.F1.ShouldBeInRange(0, 1);
        score.ExactMatch.ShouldBeOneOf(0, 1);
        score.F1.ShouldBeGreaterThanOrEqualTo(score.ExactMatch);
        Score.Of(pair.Item1, [pair.Item1]).ShouldBe(new Score(1, 1));
    });

    [Fact]
    public void One_more_answer_never_makes_a_score_of_answers_with_words_worse() => Law.Holds(Gen.Zip(Texts, Gen.Zip(Texts, Texts)), three =>
    {
        var (prediction, (first, second)) = three;
        if (Score.Normalize(first).Length > 0)
            Score.Of(prediction, [first, second]).F1.ShouldBeGreaterThanOrEqualTo(Score.Of(prediction, [first]).F1);
    });

    [Fact]
    public void What_is_normalized_stays_as_it_is() => Law.Holds(Texts, text => Score.Normalize(Score.Normalize(text)).ShouldBe(Score.Normalize(text)));
}
