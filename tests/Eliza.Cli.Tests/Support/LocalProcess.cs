using System.Diagnostics;
using System.Text;

namespace Eliza.Cli.Tests.Support;

/// <summary>Eliza.Cli as a process, as users start it.</summary>
internal static class LocalProcess
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment) => StartIn("", arguments, environment);

    /// <summary>Starts it in a folder.</summary>
    public static Process StartIn(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "eliza.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        // Settings of the machine must not affect the tests.
        foreach (var name in (string[])["ALLOWED_CALLER_CIDR", "TRUSTED_PROXY_CIDR", "REQUIRE_API_KEY", "SYSTEM_MESSAGES", "LOG_REQUESTS", "ELIZA_KEY", "PHOENIX_API_KEY"])
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // a process that is killed leaves its sockets in the temporary folder
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs the process with this input to its end.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(string input, params string[] arguments) => RunAsync(input, arguments, []);

    /// <inheritdoc cref="RunAsync(string, string[])"/>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string input, IEnumerable<string> arguments, (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill();
        }
    }
}
