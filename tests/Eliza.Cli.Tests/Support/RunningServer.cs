using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Eliza.Cli.Tests.Support;

/// <summary>A server on a free port, for the tests of one class.</summary>
public class RunningServer : IAsyncLifetime
{
    private Process? _process;

    private protected virtual (string Name, string Value)[] Environment => [];

    private protected virtual string[] Arguments => ["--urls", "http://127.0.0.1:0"];

    public Uri Url { get; private set; } = null!;

    public HttpClient Http { get; } = new();

    /// <summary>The lines of standard output after the address.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>Sends SIGTERM and returns the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(LocalProcess.Patience);
        return _process.ExitCode;
    }

    public async Task InitializeAsync()
    {
        _process = LocalProcess.Start(Arguments, Environment);
        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        Url = new Uri(Regex.Match(line ?? "", @"http://127\.0\.0\.1:\d+").Value);
        Http.BaseAddress = Url;
        // The output is read all the time, because the server would wait if the pipe were full.
        _ = CollectAsync(_process.StandardOutput);
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    private async Task CollectAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            Log.Enqueue(line);
    }

    public Task DisposeAsync()
    {
        Http.Dispose();
        _process?.Kill();
        _process?.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>A server behind a proxy on this machine.</summary>
public sealed class ProxiedServer : RunningServer
{
    private protected override (string Name, string Value)[] Environment => [("TRUSTED_PROXY_CIDR", "127.0.0.0/8")];
}

/// <summary>A server that requires a key.</summary>
public sealed class LockedServer : RunningServer
{
    public const string Key = "sesame";

    private protected override (string Name, string Value)[] Environment => [("REQUIRE_API_KEY", "true"), ("API_KEY", Key)];
}
