using System.Diagnostics;
using System.Globalization;

namespace Eliza.Benchmarks;

/// <summary>The cost of a script before it talks: the generator, the C# compiler, and the first reply, which waits for the JIT compiler.</summary>
internal static class Sizes
{
    private const int NoiseLines = 100_000;

    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        _ = new ScriptBuild(Corpus.ScriptOf(10)).Load().Start().Reply("word1"); // starts the compiler
        Console.WriteLine("| script | generator, ms | C# compiler, ms | first reply, ms | diagnostics |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var keywords in new[] { 66, 1_000, 10_000 })
        {
            var text = Corpus.ScriptOf(keywords);
            var watch = Stopwatch.StartNew();
            var build = new ScriptBuild(text);
            var generated = watch.ElapsedMilliseconds;
            watch.Restart();
            var script = build.Load();
            var compiled = watch.ElapsedMilliseconds;
            watch.Restart();
            _ = script.Start().Reply("I say that word1 is my old friend.");
            Print($"{keywords:N0} keywords", generated, $"{compiled:N0}", $"{watch.Elapsed.TotalMilliseconds:N1}", build.Diagnostics);
        }

        var noise = Noise();
        var reading = Stopwatch.StartNew();
        var errors = new ScriptBuild(noise).Diagnostics;
        Print($"{NoiseLines:N0} lines of noise", reading.ElapsedMilliseconds, "", "", errors);
        return 0;
    }

    private static void Print(string script, long generator, string compiler, string reply, int diagnostics) =>
        Console.WriteLine($"| {script} | {generator:N0} | {compiler} | {reply} | {diagnostics} |");

    /// <summary>Lines of letters, digits and marks of the languages. They are the same in every run.</summary>
    private static string Noise()
    {
        const string Characters = "abcdefgh 0123456789:*@()#/'\".,;";
        var random = new Random(1966);
        return string.Join('\n', Enumerable.Range(0, NoiseLines).Select(_ => string.Create(40, random, (line, source) =>
        {
            foreach (ref var character in line) character = Characters[source.Next(Characters.Length)];
        })));
    }
}
