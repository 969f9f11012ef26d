using System.Text;
using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Fuzzing;

/// <summary>Any text gives findings, or C# that compiles without a warning and answers any line.</summary>
public sealed class ScriptFuzz
{
    private static readonly string[] Words = ["I", "my", "mum", "sad", "what", "want", "always", "dream", "a", "bye"];

    [Fact]
    public void Bytes() => Fuzz.Try(100, RandomScripts.Bytes, Compile);

    [Fact]
    public void Soup() => Fuzz.Try(300, RandomScripts.Soup, Compile);

    [Fact]
    public void Edited() => Fuzz.Try(150, RandomScripts.Edited, Compile);

    [Fact]
    public void What_was_saved() => Fuzz.TrySaved(Compile);

    private static void Compile(byte[] file)
    {
        // Checks that it compiles, and that it does so again in the same way.
        var generation = new Project(("script", Encoding.UTF8.GetString(file))).Generate();
        generation.RawDiagnostics.ShouldNotContain(diagnostic => !diagnostic.Id.StartsWith("ELIZA", StringComparison.Ordinal));
        if (generation.RawDiagnostics.Any(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error))
            return;
        var conversation = generation.Script("script").Start();
        var dice = new Random(file.Length);
        for (var lines = 0; lines < 5; lines++)
            conversation.Reply(OddText.Next(dice, Words, 200)).ShouldNotBeNull();
    }
}
