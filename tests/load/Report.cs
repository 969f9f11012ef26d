using System.Globalization;

namespace Eliza.Load;

/// <summary>Prints the result: a line of TAP for each condition, and a row of a table.</summary>
internal static class Report
{
    private const int Examples = 3;

    public static bool Write(string name, List<Speaker> speakers, Memory memory, TimeSpan time)
    {
        var latencies = speakers.SelectMany(speaker => speaker.Latencies).Order().ToList();
        var (early, late) = memory.Medians();
        var holds = Check($"{name}: no error", [.. speakers.SelectMany(speaker => speaker.Errors)])
            & Check($"{name}: no reply that belongs to another conversation", [.. speakers.SelectMany(speaker => speaker.Strangers)])
            & Check($"{name}: every connection was answered", [.. speakers.Where(speaker => speaker.Latencies.Count == 0).Select(_ => "a connection had no reply")])
            & Check($"{name}: memory stays flat after the warm-up", memory.IsFlat ? [] : [$"{Megabytes(early)} MB grew to {Megabytes(late)} MB"]);
        if (latencies.Count == 0)
            return false;
        Console.WriteLine("# | what | connections | seconds | replies | a second | p50 ms | p99 ms | max ms | memory early MB | late MB |");
        Console.WriteLine("# |---|---|---|---|---|---|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"# | {name} | {speakers.Count} | {time.TotalSeconds:F0} | {latencies.Count:N0} | {latencies.Count / time.TotalSeconds:N0} | {At(0.5):F2} | {At(0.99):F2} | {latencies[^1]:F2} | {Megabytes(early)} | {Megabytes(late)} |"));
        return holds;

        double At(double share) => latencies[(int)(share * (latencies.Count - 1))];
    }

    private static bool Check(string what, List<string> failures)
    {
        Console.WriteLine($"{(failures.Count == 0 ? "ok" : "not ok")} - {what}");
        foreach (var failure in failures.Take(Examples))
            Console.WriteLine($"# {failure.ReplaceLineEndings(" ")}");
        if (failures.Count > Examples)
            Console.WriteLine($"# and {failures.Count - Examples} more");
        return failures.Count == 0;
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture);
}
