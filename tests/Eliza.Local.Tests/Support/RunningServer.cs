using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Eliza.Local.Tests.Support;

/// <summary>A server on a free port, for the tests of one class.</summary>
public class RunningServer : IAsyncLifetime
{
    private Process? _process;

    private protected virtual (string Name, string Value)[] Environment => [];

    public Uri Url { get; private set; } = null!;

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        _process = LocalProcess.Start(["--urls", "http://127.0.0.1:0"], Environment);
        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        Url = new Uri(Regex.Match(line ?? "", @"http://127\.0\.0\.1:\d+").Value);
        Http.BaseAddress = Url;
        // The pipe must not fill up while the server logs.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        Http.Dispose();
        _process?.Kill();
        _process?.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>A server that asks for a key.</summary>
public sealed class LockedServer : RunningServer
{
    public const string Key = "sesame";

    private protected override (string Name, string Value)[] Environment => [("REQUIRE_API_KEY", "true"), ("API_KEY", Key)];
}
