using System.Diagnostics;
using System.Globalization;
using Eliza.Plain;

namespace Eliza.Benchmarks;

/// <summary>
/// Measures several engines in one run: ours, the plain interpreter of the tests, and any program that reads lines and writes
/// one reply line for each. To subtract a program's start, it also runs with a single line.
/// </summary>
internal static class Peers
{
    private const int Passes = 40;

    public static int Run(string[] programs)
    {
        var rows = new List<(string Engine, double Nanoseconds)> { ("Eliza, compiled", Fastest(Compiled)), ("plain interpreter of the tests", Fastest(Plainly)) };
        foreach (var program in programs) rows.Add((program, External(program)));

        Console.WriteLine("| engine | ns per reply | times ours |");
        Console.WriteLine("|---|--:|--:|");
        foreach (var (engine, nanoseconds) in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {engine} | {nanoseconds:N0} | {nanoseconds / rows[0].Nanoseconds:N1} |"));
        }

        return 0;
    }

    private static double Compiled(int repeats)
    {
        var conversation = Corpus.Doctor1966.Start();
        var watch = Stopwatch.StartNew();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            foreach (var line in Corpus.Lines) _ = conversation.Reply(line);
        }

        return watch.Elapsed.TotalNanoseconds;
    }

    private static double Plainly(int repeats)
    {
        var talker = Talker.With(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"{Corpus.Doctor1966.Name}.txt")));
        var watch = Stopwatch.StartNew();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            foreach (var line in Corpus.Lines) _ = talker.Reply(line);
        }

        return watch.Elapsed.TotalNanoseconds;
    }

    /// <summary>The fastest of many passes: the time on a machine with nothing else to do.</summary>
    private static double Fastest(Func<int, double> time)
    {
        const int Repeats = 10;
        WarmUp.Run(() => time(Repeats), seconds: 2);
        return Enumerable.Range(0, Passes).Min(_ => time(Repeats)) / (Repeats * Corpus.Lines.Length);
    }

    private static double External(string command)
    {
        const int Repeats = 50;
        var start = Enumerable.Range(0, 5).Min(_ => Talk(command, [Corpus.Lines[0]]));
        var whole = Enumerable.Range(0, 5).Min(_ => Talk(command, [.. Enumerable.Repeat(Corpus.Lines, Repeats).SelectMany(lines => lines)]));
        return (whole - start) / (Repeats * Corpus.Lines.Length);
    }

    private static double Talk(string command, IReadOnlyCollection<string> lines)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var reading = process.StandardOutput.ReadToEndAsync();
        foreach (var line in lines) process.StandardInput.WriteLine(line);
        process.StandardInput.Close();
        _ = reading.GetAwaiter().GetResult();
        process.WaitForExit();
        return watch.Elapsed.TotalNanoseconds;
    }
}
