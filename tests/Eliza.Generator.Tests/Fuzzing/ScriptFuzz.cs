using System.Text;
using Eliza.Generator.Tests.Support;
using Eliza.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Eliza.Generator.Tests.Fuzzing;

/// <summary>Any text gives errors, or C# that compiles without a warning and answers any line.</summary>
[Trait(TestCategory.Name, TestCategory.Slow)]
public sealed class ScriptFuzz
{
    private static readonly string[] Words = ["I", "my", "mum", "sad", "what", "want", "always", "dream", "a", "bye"];

    private static readonly LanguageVersion[] Versions = [.. Enum.GetValues<LanguageVersion>().Where(version => version >= LanguageVersion.CSharp8)];

    [Fact]
    public void Bytes() => Fuzz.Try(100, RandomScripts.Bytes, Compile);

    [Fact]
    public void Soup() => Fuzz.Try(300, RandomScripts.Soup, Compile);

    [Fact]
    public void Edited() => Fuzz.Try(150, RandomScripts.Edited, Compile);

    /// <summary>Scripts with words that are long or have invisible characters. Files have such names too, and projects use any version of C#.</summary>
    [Fact]
    public void Projects() => Fuzz.Try(150, RandomScripts.Words, CompileInProject);

    [Fact]
    public void What_was_saved() => Fuzz.TrySaved(Compile);

    private static void Compile(byte[] file) => Compile(file, "script", new Project(("script", Encoding.UTF8.GetString(file))));

    private static void CompileInProject(byte[] file)
    {
        var dice = new Random(file.Length + file.Sum(value => value));
        var name = RandomScripts.Name(dice);
        var project = new Project((name, Encoding.UTF8.GetString(file)));
        if (dice.Next(2) == 0) project.ChangeOptions(new ProjectOptions(dice.Next(4) == 0 ? "" : RandomScripts.Name(dice)));
        else project.ChangeLanguage(Pick(dice, Versions), Pick(dice, Enum.GetValues<NullableContextOptions>()));
        Compile(file, name, project);
    }

    private static T Pick<T>(Random dice, T[] items) => items[dice.Next(items.Length)];

    private static void Compile(byte[] file, string name, Project project)
    {
        // Checks that the code compiles, and that a second run gives the same.
        var generation = project.Generate();
        generation.RawDiagnostics.ShouldNotContain(diagnostic => !diagnostic.Id.StartsWith("ELIZA", StringComparison.Ordinal));
        if (generation.RawDiagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return;
        var conversation = generation.Script(name).Start();
        var dice = new Random(file.Length);
        for (var lines = 0; lines < 5; lines++)
            conversation.Reply(OddText.Next(dice, Words, 200)).ShouldNotBeNull();
    }
}
