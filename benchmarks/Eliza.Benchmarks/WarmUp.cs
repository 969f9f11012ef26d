using System.Diagnostics;

namespace Eliza.Benchmarks;

/// <summary>Gives the runtime the time it needs: it compiles anew what runs often, in the background, and more than once.</summary>
internal static class WarmUp
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1.5);

    public static void Run(Action action)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Time) action();
    }
}
