using System.Globalization;
using Xunit.Abstractions;

namespace Eliza.Engine.Tests.Differential;

/// <summary>
/// Random scripts and random lines: the compiled scripts say what the plain interpreter says. A few seconds' worth;
/// for more set ELIZA_SOAK to the number of replies, and ELIZA_SEED to begin elsewhere.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int ScriptsPerCompilation = 50;
    private const long RepliesUnlessSoaking = 10_000;

    private static readonly long Replies = Setting("ELIZA_SOAK", RepliesUnlessSoaking);

    // To compile a script takes as long as thousands of replies.
    private static readonly int RepliesPerScript = Replies > RepliesUnlessSoaking ? 1_000 : 200;
    private static readonly int FirstSeed = (int)Setting("ELIZA_SEED", 1);

    [Fact]
    public void Scripts_in_the_line_language_say_what_the_plain_interpreter_says() => Compare(RandomLineScript.Case);

    [Fact]
    public void Scripts_in_the_list_language_say_what_the_plain_interpreter_says() => Compare(RandomListScript.Case);

    private void Compare(Func<int, int, Case> makeCase)
    {
        var seed = FirstSeed;
        for (long replies = 0; replies < Replies; seed += ScriptsPerCompilation)
        {
            replies += Comparison.Compare([.. Enumerable.Range(seed, ScriptsPerCompilation).Select(one => makeCase(one, RepliesPerScript))]);
        }

        output.WriteLine($"{(seed - FirstSeed) * (long)RepliesPerScript} replies, seeds {FirstSeed} to {seed - 1}");
    }

    private static long Setting(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
