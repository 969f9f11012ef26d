using System.Globalization;
using Eliza.Testing;
using Xunit.Abstractions;

namespace Eliza.Engine.Tests.WorstCases;

/// <summary>For any bred script and lines, a conversation stays within the limits in docs/reliability.md.</summary>
[Trait("Category", "WorstCases")]
public sealed class WorstCaseTests(ITestOutputHelper output)
{
    [BreedFact]
    public void No_talk_takes_more_steps_than_its_bound() => Breed("steps", talk => talk.Steps, talk => (double)talk.Steps / talk.MostSteps);

    [BreedFact]
    public void No_talk_takes_more_bytes_than_its_bound() => Breed("bytes", talk => talk.Bytes, talk => (double)talk.Bytes / talk.MostBytes);

    [BreedFact]
    public void No_talk_takes_more_steps_for_each_character_than_its_bound() => Breed("steps per character", talk => talk.Steps, talk => (double)talk.Steps / talk.MostSteps, perCharacter: true);

    private void Breed(string what, Func<CountedTalk, double> cost, Func<CountedTalk, double> shareOfBound, bool perCharacter = false)
    {
        var highest = 0.0;
        var worst = Breeder.Search(Breeder.Time / 3, BredTalk.Make, (dice, talk, other) => talk.Change(dice, other), talk =>
        {
            if (CountedTalk.Of(talk) is not { } counted) return -1;
            var share = shareOfBound(counted);
            highest = Math.Max(highest, share);
            share.ShouldBeLessThanOrEqualTo(1, $"{counted}\n{talk.Script}\nsaid {talk.Lines} times: {talk.Said}");
            counted.Characters.ShouldBeLessThanOrEqualTo(counted.MostCharacters, talk.Script);
            return cost(counted) / (perCharacter ? talk.Size : 1);
        });

        var counted = CountedTalk.Of(worst.Case)!;
        Soak.Count($"WorstCaseTests.{what}", worst.Tried);
        Say($"Seed {Soak.Seed}, {worst.Tried} talks tried. Worst by {what}: {cost(counted):N0} for {worst.Case.Size:N0} characters, that is {cost(counted) / worst.Case.Size:N1} for each; highest share of a bound {highest:P2}; {counted}");
        Say($"{worst.Case.Script}\nsaid {worst.Case.Lines} times: {Short(worst.Case.Said)}");
    }

    /// <summary>Writes to the report of the test and to the file in <c>ELIZA_TALLY</c>, which tests/soak.sh prints.</summary>
    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string Short(string text) => text.Length <= 400 ? text : text[..400] + "…";
}
