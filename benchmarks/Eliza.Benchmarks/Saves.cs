using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Eliza.Benchmarks;

/// <summary>The times that an author waits: for the first reply of <c>eliza chat</c>, and over HTTP for the reply of a rule that was just saved.</summary>
internal sealed partial class Saves : IDisposable
{
    private const int Starts = 5;
    private const string Reply = "Please don't apologize.";

    private static readonly string Command = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Eliza.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "eliza.dll"));

    private readonly string _doctor = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "doctor.txt"));
    private readonly string _folder = Directory.CreateTempSubdirectory("eliza-").FullName;

    public static async Task<int> RunAsync(int count)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var saves = new Saves();
        saves.Save(Reply);
        var starts = Enumerable.Range(0, Starts).Select(_ => saves.Start()).Order().ToArray();
        var (times, early, late) = await saves.MeasureAsync(count);
        Array.Sort(times);
        Console.WriteLine("| | median | fastest | slowest tenth from |");
        Console.WriteLine("|---|--:|--:|--:|");
        Console.WriteLine($"| start to first reply of `eliza chat`, {Starts} times | {starts[Starts / 2]:F2} s | {starts[0]:F2} s | |");
        Console.WriteLine($"| save to reply, {count} times | {times[count / 2]:F3} s | {times[0]:F3} s | {times[count * 9 / 10]:F3} s |");
        Console.WriteLine($"The server's memory after a fifth of the saves: {early:N0} MB, after all: {late:N0} MB.");
        return 0;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Save(string reply) => File.WriteAllText(Path.Combine(_folder, "doctor.txt"), _doctor.Replace(Reply, reply, StringComparison.Ordinal));

    private double Start()
    {
        var watch = Stopwatch.StartNew();
        using var process = Run("chat", "--plain");
        process.StandardInput.WriteLine("Sorry.");
        process.StandardInput.Flush();
        var reply = process.StandardOutput.ReadLine();
        var time = watch.Elapsed.TotalSeconds;
        process.StandardInput.Close();
        process.WaitForExit();
        return reply == Reply ? time : throw new InvalidOperationException($"The reply was: {reply}");
    }

    private async Task<(double[] Times, double Early, double Late)> MeasureAsync(int count)
    {
        using var process = Run("serve", "--urls", "http://127.0.0.1:0");
        try
        {
            using var http = new HttpClient { BaseAddress = new(Url().Match(await process.StandardOutput.ReadLineAsync() ?? "").Value) };
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // the log
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            await SaveAndHearAsync(http, "The first save, which is not measured.");
            var times = new double[count];
            var early = 0d;
            for (var i = 0; i < count; i++)
            {
                times[i] = await SaveAndHearAsync(http, $"Save number {i}.");
                if (i == count / 5)
                    early = Memory(process);
            }
            return (times, early, Memory(process));
        }
        finally
        {
            process.Kill();
        }
    }

    private async Task<double> SaveAndHearAsync(HttpClient http, string reply)
    {
        var watch = Stopwatch.StartNew();
        Save(reply);
        while (await AskAsync(http) != reply)
            await Task.Delay(1);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<string?> AskAsync(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync("/v1/chat/completions", new { messages = new[] { new { role = "user", content = "Sorry." } } });
        var completion = await response.Content.ReadFromJsonAsync<JsonElement>();
        return completion.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
    }

    /// <summary>Starts the command.</summary>
    internal static Process Launch(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Command, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private Process Run(params string[] arguments) => Launch([.. arguments, "--scripts", _folder]);

    private static double Memory(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1e6;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Url();
}
