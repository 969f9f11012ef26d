using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Eliza.ColdStart;

/// <summary>The medians as a table in Markdown.</summary>
internal static class Report
{
    public static void Write(IReadOnlyList<Candidate> candidates, int rounds, int invocations, string native)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var c = candidates.Single(candidate => candidate.Label == Candidate.C);

        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}; medians of {rounds} starts, {invocations} invocations each.");
        Console.WriteLine();
        Console.WriteLine("| | spawn → first next, ms | spawn → first response, ms | × C | warm round trip, µs | × C | peak memory, MB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var candidate in candidates)
        {
            Console.WriteLine($"| {candidate.Label} | {Milliseconds(candidate, run => run.FirstNext):F2} | {Milliseconds(candidate, run => run.FirstResponse):F2} | {Ratio(candidate, c, run => run.FirstResponse):F2} | {Microseconds(candidate):F1} | {Ratio(candidate, c, run => run.Warm):F2} | {Median(candidate, run => run.PeakMemory / 1e6):F1} |");
        }

        var eliza = candidates.Single(candidate => candidate.Label == Candidate.Native);
        var python = candidates.Single(candidate => candidate.Label == Candidate.Python);
        double keyed = Milliseconds(candidates.Single(candidate => candidate.Label == Candidate.Keyed), run => run.FirstResponse);
        double plain = Milliseconds(eliza, run => run.FirstResponse);
        Console.WriteLine();
        Console.WriteLine($"Native first response × Python handler: {Ratio(eliza, python, run => run.FirstResponse):F3}. An API key adds {keyed - plain:F2} ms. Executable {new FileInfo(native).Length / 1e6:F2} MB, zipped {Zipped(native) / 1e6:F2} MB.");
    }

    private static double Milliseconds(Candidate candidate, Func<Run, TimeSpan> figure) => Median(candidate, run => figure(run).TotalMilliseconds);

    private static double Microseconds(Candidate candidate) => Median(candidate, run => run.Warm.TotalMicroseconds);

    // The ratio of two runs in the same round, because the speed of the machine changes from minute to minute.
    private static double Ratio(Candidate candidate, Candidate other, Func<Run, TimeSpan> figure) =>
        Median([.. candidate.Runs.Zip(other.Runs, (run, otherRun) => figure(run) / figure(otherRun))]);

    private static double Median(Candidate candidate, Func<Run, double> figure) => Median([.. candidate.Runs.Select(figure)]);

    private static double Median(IReadOnlyCollection<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static long Zipped(string executable)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntryFromFile(executable, "bootstrap", CompressionLevel.SmallestSize);
        return zip.Length;
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}
