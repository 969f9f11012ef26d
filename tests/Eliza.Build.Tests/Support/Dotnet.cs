using System.Diagnostics;

namespace Eliza.Build.Tests.Support;

/// <summary>Runs the <c>dotnet</c> command and reads its output.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The folder of the runtime that runs these tests.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>Runs a command to its end, with <paramref name="input"/> as standard input and in the locale of <paramref name="language"/>.</summary>
    public static Result Run(string folder, string arguments, string input = "", string? language = null, string program = "dotnet")
    {
        using var process = Start(folder, arguments, language, program);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {arguments} did not end within {Limit}.");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts a command that the caller ends.</summary>
    public static Process Start(string folder, string arguments, string? language = null, string program = "dotnet")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The build that runs the tests sets these variables for its own processes. They must not affect another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The command leaves empty folders in TMPDIR, and sockets if it is killed. Here they are removed with the working folder.
        start.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(folder, ".tmp")).FullName;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_ROOT"] = Root; // for programs that look for it
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // a process that is killed leaves its sockets in the temporary folder
        if (language is not null) start.Environment["LC_ALL"] = language;
        return Process.Start(start)!;
    }

    /// <summary>The result of a command.</summary>
    internal sealed record Result(int ExitCode, string Output, string Errors)
    {
        /// <summary>The messages of a build with this severity, each once, without the project at their end.</summary>
        public IReadOnlyList<string> Messages(string severity) =>
            [.. Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains($": {severity} ", StringComparison.Ordinal))
                .Select(line => line[..(line.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var end ? end : line.Length)]).Distinct()];

        public Result ShouldSucceed()
        {
            ExitCode.ShouldBe(0, Output + Errors);
            return this;
        }
    }
}
