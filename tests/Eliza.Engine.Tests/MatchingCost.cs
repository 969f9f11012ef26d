using Eliza.Engine.Tests.Differential;
using Eliza.Engine.Tests.Support;

namespace Eliza.Engine.Tests;

/// <summary>
/// Matching takes no more steps than there are words times what the pattern asks for, whatever both are. A step is a
/// look at a word: the generated matchers are compiled with their words behind a counter.
/// </summary>
public sealed class MatchingCost
{
    private const string Counter = """
        namespace Test
        {
            public readonly ref struct CountedWords(global::System.ReadOnlySpan<int> words)
            {
                public static long Steps;
                private readonly global::System.ReadOnlySpan<int> _words = words;
                public int Length => _words.Length;
                public int this[int index] { get { Steps++; return _words[index]; } }
            }
        }
        """;

    private static readonly string[] Words = ["A", "B", "C"];

    /// <summary>Patterns that make a matcher with backtracking try every way to cut the words.</summary>
    public static TheoryData<string> Hostile =>
    [
        "0 A 0 A 0 A 0 A 0 A 0 B", "0 A A A A A A B 0", "0 A 1 A 2 A 0 B 0 C", "0 (* A B) 0 (* B A) 0 (* A B) C", "0 0 0 0 0 0 0 B", "1 0 1 0 1 0 B",
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void A_pattern_that_almost_matches_takes_no_more_steps_than_words_times_elements(string pattern)
    {
        var steps = Compile([pattern])[0];
        steps(Repeated("A", 2000)).ShouldBeInRange(1, 2000 * Elements(pattern));
    }

    [Fact]
    public void No_pattern_takes_more_steps_than_words_times_elements()
    {
        var dice = new Dice(1966);
        string[] patterns = [.. Enumerable.Range(0, 300).Select(_ => string.Join(' ', dice.Some(["0", "0", "1", "2", "A", "B", "C", "(* A B)"], 1, 9)))];
        foreach (var (pattern, steps) in patterns.Zip(Compile(patterns)))
        {
            for (var session = 0; session < 20; session++)
            {
                List<string> words = ["A", .. dice.Some(Words, 1, 60)];
                steps(string.Join(' ', words)).ShouldBeLessThanOrEqualTo(words.Count * Elements(pattern), customMessage: $"({pattern}) on {string.Join(' ', words)}");
            }
        }
    }

    private static string Repeated(string word, int times) => string.Join(' ', Enumerable.Repeat(word, times));

    private static int Elements(string pattern) => pattern.Replace("(* A B)", "*", StringComparison.Ordinal).Replace("(* B A)", "*", StringComparison.Ordinal).Split(' ').Length;

    /// <summary>For each pattern, what counts the steps that it takes on a line that begins with A.</summary>
    private static IReadOnlyList<Func<string, long>> Compile(IReadOnlyList<string> patterns)
    {
        var scripts = ScriptCompiler.Compile(
            [.. patterns.Select(Script)],
            code => code.Replace("= turn.Words;", "= new global::Test.CountedWords(turn.Words);", StringComparison.Ordinal),
            Counter,
            out var assembly);
        var counter = assembly.GetType("Test.CountedWords", throwOnError: true)!.GetField("Steps")!;
        return [.. scripts.Select(compiled => (Func<string, long>)(line =>
        {
            counter.SetValue(null, 0L);
            _ = compiled.Script.ShouldNotBeNull(compiled.Errors).Start().Reply(line);
            return (long)counter.GetValue(null)!;
        }))];
    }

    private static string Script(string pattern) => $"""
        (HI)
        (A (({pattern}) (OK)) ((0) (NO)))
        (NONE ((0) (NONE)))
        (MEMORY Z (0 = 1) (0 = 1) (0 = 1) (0 = 1))
        (Z ((0) (Z)))
        """;
}
