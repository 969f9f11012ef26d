using System.Runtime.CompilerServices;
using Eliza.Testing;

namespace Eliza.Engine.Tests.Differential;

/// <summary>
/// Compiled scripts give the same replies as the plain interpreter, for random scripts and lines. The tests take a few
/// seconds; <see cref="Soak.Factor"/> multiplies them.
/// </summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class DifferentialTests
{
    private static readonly int Replies = Soak.Times(10_000);

    // Compiling a script takes as long as thousands of replies.
    private static readonly int RepliesPerScript = Soak.Factor > 1 ? 1_000 : 500;

    [Fact]
    public void Scripts_in_the_line_language_say_what_the_plain_interpreter_says() => Compare(RandomLineScript.Case);

    [Fact]
    public void Scripts_in_the_list_language_say_what_the_plain_interpreter_says() => Compare(RandomListScript.Case);

    private static void Compare(Func<int, int, Case> makeCase, [CallerMemberName] string test = "")
    {
        long replies = 0;
        for (var seed = Soak.Seed; replies < Replies; seed++)
        {
            var found = makeCase(seed, RepliesPerScript);
            Comparison.Compare(found);
            replies += found.Lines.Count;
        }

        Soak.Count($"{nameof(DifferentialTests)}.{test}", replies);
    }
}
