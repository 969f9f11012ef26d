using System.Diagnostics;

namespace Eliza.Benchmarks;

/// <summary>Gives the runtime the time it needs: it compiles anew what runs often, in the background, and more than once.</summary>
internal static class WarmUp
{
    public static void Run(Action action, double seconds = 1)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds) action();
    }
}
