using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Eliza.Function.Tests.Support;

/// <summary>A test of the published executable. It is skipped without one.</summary>
public sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute() => Skip = PublishedFunction.WhyAbsent;
}

/// <summary>A theory about the published executable. It is skipped without one.</summary>
public sealed class PublishedTheoryAttribute : TheoryAttribute
{
    public PublishedTheoryAttribute() => Skip = PublishedFunction.WhyAbsent;
}

/// <summary>The published executable as a process, with a Runtime API of its own.</summary>
internal sealed class PublishedFunction : IAsyncDisposable
{
    public const string Variable = "ELIZA_NATIVE_BINARY";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];

    private PublishedFunction(InProcessRuntimeApi api, string address, string redirection, (string Name, string Value)[] environment)
    {
        Api = api;
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec \"$0\" {redirection}", Executable!]) { RedirectStandardOutput = true };
        start.Environment.Clear();
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = address;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                _lines.Enqueue(line.Data);
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>The path of the executable, or null if the variable is not set. With a wrong path the tests fail.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    public static string? WhyAbsent { get; } =
        Executable is null ? $"{Variable} does not name the published bootstrap: docs/performance-cold-start.md says how to publish it." : null;

    public InProcessRuntimeApi Api { get; }

    public static async Task<PublishedFunction> StartAsync(params (string Name, string Value)[] environment) =>
        Start(await InProcessRuntimeApi.StartAsync(), "", environment);

    /// <summary>Starts it with redirected output. The redirection is in the language of the shell.</summary>
    public static async Task<PublishedFunction> StartRedirectedAsync(string redirection) =>
        Start(await InProcessRuntimeApi.StartAsync(), redirection, []);

    /// <summary>Starts it with another Runtime API than <see cref="Api"/>.</summary>
    public static async Task<PublishedFunction> StartAtAsync(string address) => new(await InProcessRuntimeApi.StartAsync(), address, "", []);

    private static PublishedFunction Start(InProcessRuntimeApi api, string redirection, (string Name, string Value)[] environment) =>
        new(api, api.Address, redirection, environment);

    /// <summary>The lines of standard output, each of which must be a JSON object.</summary>
    public List<JsonElement> Log()
    {
        var lines = _lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.ShouldAllBe(line => line.ValueKind == JsonValueKind.Object && line.GetProperty("level").GetString() != null);
        return lines;
    }

    /// <summary>The peak of its resident memory, in bytes.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6, line.Length - 8), CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>The shared libraries in its memory, except the loader.</summary>
    public IEnumerable<string> Libraries() =>
        File.ReadLines($"/proc/{_process.Id}/maps")
            .Where(line => line.Contains(".so", StringComparison.Ordinal))
            .Select(line => Path.GetFileName(line[line.IndexOf('/')..]))
            .Where(name => !name.StartsWith("ld-linux", StringComparison.Ordinal))
            .Distinct();

    /// <summary>Waits for the end of the process, and returns its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(s_patience);
        return _process.ExitCode;
    }

    /// <summary>Sends SIGTERM and returns the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    /// <summary>Stops its Runtime API, waits for its end, and returns its log.</summary>
    public async Task<List<JsonElement>> StopAsync()
    {
        await Api.DisposeAsync();
        await ExitAsync();
        var log = Log();
        log[^1].GetProperty("error").GetString()!.ShouldContain("Runtime API");
        return log[..^1];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        await Api.DisposeAsync();
    }
}
