using System.Diagnostics;
using System.Globalization;

namespace Eliza.Benchmarks;

/// <summary>
/// The promised ratios, from benchmarks that run in turns. A shared machine changes its speed from one second to the next, so
/// figures from different moments cannot be compared.
/// </summary>
internal static class Ratios
{
    private const int Rounds = 201;

    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine("| figure | at most | median | middle half |");
        Console.WriteLine("|---|--:|--:|--:|");

        var (small, large) = (new ScriptSize { Keywords = 66 }, new ScriptSize { Keywords = 10_000 });
        small.Compile();
        large.Compile();
        Print("a reply of 10,000 keywords beside one of 66", "1.5", large.Answer, small.Answer);

        foreach (var piece in new[] { "LIKE ", "a ", "i ", "my mother is like you " })
        {
            var (half, whole) = (new Input { Piece = piece, Times = 4_000 }, new Input { Piece = piece, Times = 8_000 });
            half.Repeat();
            whole.Repeat();
            Print($"`{piece}` 8,000 times beside 4,000 times", "2.2", () => whole.Answer(), () => half.Answer());
        }

        var (early, late) = (new LongConversation { Turns = 10 }, new LongConversation { Turns = 5_000 });
        early.Talk();
        late.Talk();
        Print("the 5,000th turn beside the 10th", "", () => late.Answer(), () => early.Answer());

        var reply = new Reply();
        reply.Talk();
        Print("a turn that is only heard beside a reply", "", reply.Heard, reply.AsString);
        Print("a traced reply beside a reply", "", reply.Traced, reply.AsString);
        return 0;
    }

    private static void Print(string figure, string most, Action action, Action other)
    {
        var repeats = 1;
        while (Time(other, repeats) < TimeSpan.FromMilliseconds(0.5)) repeats *= 2;
        var ratios = Enumerable.Range(0, Rounds).Select(_ => Time(action, repeats) / Time(other, repeats)).Order().ToArray();
        Console.WriteLine($"| {figure} | {most} | {ratios[Rounds / 2]:F2} | {ratios[Rounds / 4]:F2} to {ratios[3 * Rounds / 4]:F2} |");
    }

    private static TimeSpan Time(Action action, int repeats)
    {
        var watch = Stopwatch.StartNew();
        for (var repeat = 0; repeat < repeats; repeat++) action();
        return watch.Elapsed;
    }
}
