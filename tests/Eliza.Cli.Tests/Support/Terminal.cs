using System.Diagnostics;
using System.Text;

namespace Eliza.Cli.Tests.Support;

/// <summary>A fact about the command on a terminal. The program <c>script</c> of util-linux makes the terminal; without it the fact is skipped.</summary>
public sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = File.Exists(Terminal.Program) ? null : $"{Terminal.Program} is absent";
}

/// <summary>The command on a terminal of 80 columns.</summary>
internal sealed class Terminal : IDisposable
{
    public const string Program = "/usr/bin/script";

    private readonly Process _process;
    private readonly StringBuilder _shown = new();
    private int _heard;
    private volatile bool _isAtEnd;

    public Terminal(string arguments, params (string Name, string Value)[] environment)
    {
        // Background processes ignore SIGINT, and the command would inherit that. "exec" leaves no shell that Ctrl-C could end instead.
        var start = new ProcessStartInfo(Program, ["-qec", $"stty cols 80 rows 24; exec env --default-signal=INT dotnet '{Path.Combine(AppContext.BaseDirectory, "eliza.dll")}' {arguments}", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TERM"] = "xterm";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _ = CollectAsync();
    }

    /// <summary>Presses keys.</summary>
    public void Press(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for a text after the last one that was waited for.</summary>
    public async Task HearAsync(string text)
    {
        using var patience = new CancellationTokenSource(LocalProcess.Patience);
        while (true)
        {
            lock (_shown)
            {
                if (_shown.ToString().IndexOf(text, _heard, StringComparison.Ordinal) is >= 0 and var place)
                {
                    _heard = place + text.Length;
                    return;
                }
                if (patience.IsCancellationRequested || _isAtEnd)
                    throw new InvalidOperationException($"“{text}” was not shown in: {_shown}");
            }
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Waits for the end, and returns the exit code and all output.</summary>
    public async Task<(int ExitCode, string Shown)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(LocalProcess.Patience);
        while (!_isAtEnd)
            await Task.Delay(20);
        lock (_shown)
            return (_process.ExitCode, _shown.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task CollectAsync()
    {
        var buffer = new char[1024];
        while (await _process.StandardOutput.ReadAsync(buffer) is > 0 and var length)
        {
            lock (_shown)
                _shown.Append(buffer, 0, length);
        }
        _isAtEnd = true;
    }
}
