using System.Diagnostics;

namespace Eliza.ColdStart;

/// <summary>One start of a process: two times since its start, the median time of a warm round trip, and its peak memory in bytes.</summary>
internal sealed record Run(TimeSpan FirstNext, TimeSpan FirstResponse, TimeSpan Warm, long PeakMemory);

/// <summary>A program to measure: its label, the command that starts it, and the results.</summary>
internal sealed record Candidate(string Label, string[] Command, params string[] Environment)
{
    public const string C = "C, raw sockets, fixed reply";
    public const string Native = "Eliza, native";
    public const string Keyed = "Eliza, native, API key required";
    public const string Python = "Python, http.client, fixed reply";

    public List<Run> Runs { get; } = [];

    /// <summary>All programs that this machine can run.</summary>
    public static IEnumerable<Candidate> All(string native, string? portable, string folder)
    {
        string handlers = Path.Combine(folder, "handlers");
        yield return new(C, [Compile(Path.Combine(handlers, "minimal.c"))]);
        yield return new(Native, [native]);
        // From: printf a-key-for-the-benchmark | sha256sum
        yield return new(Keyed, [native], "REQUIRE_API_KEY=true", "API_KEY_SHA256=6d28bcfc9ee92f3e70651dbf5d4a0b4720d7b928c01147643f9b465613b434b8");
        if (portable is not null)
            yield return new("Eliza, portable (dotnet exec)", ["dotnet", "exec", portable]);
        yield return new(Python, [Interpreter("python3", "import sys; print(sys.executable)", "-c"), Path.Combine(handlers, "handler.py")]);
        yield return new("Node, node:http, fixed reply", [Interpreter("node", "console.log(process.execPath)", "-e"), Path.Combine(handlers, "handler.mjs")]);
    }

    private static string Compile(string source)
    {
        string program = Path.ChangeExtension(source, null);
        Output("cc", "-O2", "-D_GNU_SOURCE", "-o", program, source);
        return program;
    }

    // The interpreter itself, because a version manager may have put a script in its place.
    private static string Interpreter(string name, string code, string option) => Output(name, option, code).Trim();

    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} exited with {process.ExitCode}.");
    }
}
