using System.Diagnostics;

namespace Eliza.Benchmarks;

/// <summary>Waits for the JIT compiler, which compiles frequent methods again in the background, several times.</summary>
internal static class WarmUp
{
    public static void Run(Action action, double seconds = 1)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds) action();
    }
}
