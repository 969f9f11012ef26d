using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Emit;

/// <summary>The C# of the shipped script.</summary>
public sealed class DoctorTests
{
    private static readonly Generation Doctor = new Project(("doctor", Repository.Script("doctor"))).Generate();

    [Fact]
    public void Code() => Doctor.File("Scripts.Doctor.g.cs").ShouldMatchSnapshot();

    [Fact]
    public void Index() => Doctor.File("Scripts.g.cs").ShouldMatchSnapshot();

    [Fact]
    public void Map() => Doctor.File("Scripts.Doctor.Map.g.cs").ShouldMatchSnapshot();

    [Fact]
    public void There_are_two_files_for_each_script_and_one_for_all() =>
        new Project(("doctor", Repository.Script("doctor")), ("parrot", Samples.Parrot)).Generate()
            .FileNames.ShouldBe(["Scripts.Doctor.g.cs", "Scripts.Parrot.g.cs", "Scripts.Doctor.Map.g.cs", "Scripts.Parrot.Map.g.cs", "Scripts.g.cs"]);

    [Fact]
    public void The_code_that_the_documentation_shows_is_in_it()
    {
        var code = Unindented(Doctor.File("Scripts.Doctor.g.cs"));
        var documentation = File.ReadAllText(Path.Combine(Repository.Root, "docs/how-it-works.md"));

        var blocks = documentation.Split("```").Where(block => block.StartsWith("csharp", StringComparison.Ordinal)).ToList();

        blocks.ShouldNotBeEmpty();
        foreach (var block in blocks) code.ShouldContain(Unindented(block["csharp\n".Length..]), Case.Sensitive);
    }

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    [Fact]
    public void The_compiler_has_nothing_to_say() => Doctor.Diagnostics.ShouldBeEmpty();
}
