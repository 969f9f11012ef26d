using Eliza.Compiler;
using Eliza.Engine.Tests.Differential;
using Eliza.Engine.Tests.Support;
using Eliza.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Engine.Tests;

/// <summary>
/// Matching takes at most as many steps as the number of words times the steps of the pattern for one word. A step reads
/// one word: the generated matchers are compiled with a counter around their words.
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

    /// <summary>Patterns for which a matcher with backtracking tries every way to divide the words.</summary>
    private static readonly string[] HostilePatterns =
    [
        "0 A 0 A 0 A 0 A 0 A 0 B", "0 A A A A A A B 0", "0 A 1 A 2 A 0 B 0 C", "0 (* A B) 0 (* B A) 0 (* A B) C", "0 0 0 0 0 0 0 B", "1 0 1 0 1 0 B",
    ];

    public static TheoryData<string> Hostile => [.. HostilePatterns];

    private static IReadOnlyList<string> RandomPatterns { get; } = Random();

    private static readonly Lazy<Func<string, string, long>> StepsOf = new(() => Compile([.. HostilePatterns, .. RandomPatterns]));

    [Theory, MemberData(nameof(Hostile))]
    public void A_pattern_that_almost_matches_takes_no_more_steps_than_words_times_elements(string pattern) =>
        StepsOf.Value(pattern, Repeated("A", 1999)).ShouldBeInRange(1, 2000 * Elements(pattern));

    [Fact]
    public void No_pattern_takes_more_steps_than_words_times_elements()
    {
        var dice = new Dice(1966);
        foreach (var pattern in RandomPatterns)
        {
            for (var session = 0; session < 20; session++)
            {
                var words = dice.Some(Words, 1, 60);
                StepsOf.Value(pattern, string.Join(' ', words)).ShouldBeLessThanOrEqualTo((words.Count + 1) * Elements(pattern), customMessage: $"({pattern}) on A {string.Join(' ', words)}");
            }
        }
    }

    private static List<string> Random()
    {
        var dice = new Dice(1967);
        return [.. Enumerable.Range(0, 300).Select(_ => string.Join(' ', dice.Some(["0", "0", "1", "2", "A", "B", "C", "(* A B)"], 1, 9)))];
    }

    private static string Repeated(string word, int times) => string.Join(' ', Enumerable.Repeat(word, times));

    private static int Elements(string pattern) => pattern.Replace("(* A B)", "*", StringComparison.Ordinal).Replace("(* B A)", "*", StringComparison.Ordinal).Split(' ').Length;

    /// <summary>A function that counts the steps of a pattern on the word A and the words after it. All patterns are keywords of one script.</summary>
    private static Func<string, string, long> Compile(string[] patterns)
    {
        var keywords = patterns.Distinct().Index().ToDictionary(pattern => pattern.Item, pattern => $"K{pattern.Index}");
        var code = GeneratedCode.Of(TestScripts.Path, Script(keywords), CancellationToken.None);
        code.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ShouldBeEmpty();
        ScriptAssembly.TryLoad(
            [.. code.Trees.Select(tree => Parse(tree.ToString().Replace("= turn.Words;", "= new global::Test.CountedWords(turn.Words);", StringComparison.Ordinal))), Parse(Counter)],
            out var assembly,
            out var errors);
        errors.ShouldBeEmpty();
        var counter = assembly!.GetType("Test.CountedWords", throwOnError: true)!.GetField("Steps")!;
        var script = (Script)assembly.GetType("Scripts", throwOnError: true)!.GetMethod("Find")!.Invoke(null, ["script"])!;
        return (pattern, words) =>
        {
            counter.SetValue(null, 0L);
            _ = script.Start().Reply($"{keywords[pattern]} {words}");
            return (long)counter.GetValue(null)!;
        };
    }

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, GeneratedCode.Language);

    private static string Script(Dictionary<string, string> keywords) => $"""
        (HI)
        {string.Join('\n', keywords.Select(pattern => $"({pattern.Value} = A (({pattern.Key}) (OK)) ((0) (NO)))"))}
        (NONE ((0) (NONE)))
        (MEMORY K0 (0 = 1) (0 = 1) (0 = 1) (0 = 1))
        """;
}
