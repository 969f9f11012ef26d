using System.Diagnostics;
using System.Text;
using Eliza.Testing;

namespace Eliza.Engine.Tests.Reference;

/// <summary>The reference: a program that reads lines and writes replies.</summary>
internal static class ReferenceEngine
{
    private const int SegmentationFault = 128 + 11;

    /// <summary>The path of the program, if it was built.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("ELIZA_REFERENCE");

    /// <summary>Gets the replies to the lines of a conversation, or null if the program crashes.</summary>
    public static RecordedTalk? Record(string script, IReadOnlyList<string> lines)
    {
        using var folder = new TemporaryFolder();
        var file = folder["script.txt"];
        File.WriteAllText(file, script);
        using var process = Process.Start(new ProcessStartInfo(Path!, [file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            foreach (var line in lines) process.StandardInput.Write(line + "\n");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it had read all lines. Its exit code says why.
        }

        var replies = output.GetAwaiter().GetResult();
        process.WaitForExit();
        if (process.ExitCode == SegmentationFault) return null;
        process.ExitCode.ShouldBe(0, customMessage: script);
        return new(script, lines, replies.Split('\n')[..^1]);
    }
}
