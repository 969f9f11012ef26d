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
        double baseline = Milliseconds(c, run => run.FirstResponse);
        double warmBaseline = Microseconds(c);

        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}; medians of {rounds} starts, {invocations} invocations each.");
        Console.WriteLine();
        Console.WriteLine("| | spawn → first next, ms | spawn → first response, ms | × C | warm round trip, µs | × C | peak memory, MB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var candidate in candidates)
        {
            double first = Milliseconds(candidate, run => run.FirstResponse), warm = Microseconds(candidate);
            Console.WriteLine($"| {candidate.Label} | {Milliseconds(candidate, run => run.FirstNext):F2} | {first:F2} | {first / baseline:F2} | {warm:F1} | {warm / warmBaseline:F2} | {Median(candidate, run => run.PeakMemory / 1e6):F1} |");
        }

        var eliza = candidates.Single(candidate => candidate.Label == Candidate.Native);
        double python = Milliseconds(candidates.Single(candidate => candidate.Label == Candidate.Python), run => run.FirstResponse);
        double keyed = Milliseconds(candidates.Single(candidate => candidate.Label == Candidate.Keyed), run => run.FirstResponse);
        double plain = Milliseconds(eliza, run => run.FirstResponse);
        Console.WriteLine();
        Console.WriteLine($"Native first response × Python handler: {plain / python:F3}. An API key adds {keyed - plain:F2} ms. Executable {new FileInfo(native).Length / 1e6:F2} MB, zipped {Zipped(native) / 1e6:F2} MB.");
    }

    private static double Milliseconds(Candidate candidate, Func<Run, TimeSpan> figure) => Median(candidate, run => figure(run).TotalMilliseconds);

    private static double Microseconds(Candidate candidate) => Median(candidate, run => run.Warm.TotalMicroseconds);

    private static double Median(Candidate candidate, Func<Run, double> figure) => candidate.Runs.Select(figure).Order().ElementAt(candidate.Runs.Count / 2);

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
