using System.Globalization;
using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Pipeline;

/// <summary>The same scripts give the same bytes on any machine and in any folder.</summary>
public sealed class DeterminismTests
{
    private static readonly string Doctor = Repository.Script("doctor");

    [Theory]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    [InlineData("/home/alice/scripts")]
    [InlineData("../elsewhere")]
    public void The_folder_of_a_script_is_not_in_the_code(string folder)
    {
        var project = new Project();
        project.Add("doctor", Doctor, folder);

        CodeOf(project).ShouldBe(CodeOf(new Project(("doctor", Doctor))));
    }

    [Fact]
    [Trait(TestCategory.Name, TestCategory.Slow)]
    public void Line_ends_do_not_matter() =>
        CodeOf(new Project(("doctor", Doctor.ReplaceLineEndings("\r\n")), ("raven", Samples.Raven.ReplaceLineEndings("\r\n"))))
            .ShouldBe(CodeOf(new Project(("doctor", Doctor.ReplaceLineEndings("\n")), ("raven", Samples.Raven.ReplaceLineEndings("\n")))));

    [Fact]
    public void Lines_of_code_end_the_same_everywhere() => CodeOf(new Project(("doctor", Doctor))).ShouldNotContain("\r");

    [Fact]
    public void How_the_culture_writes_numbers_does_not_matter()
    {
        const string Script = Samples.Parrot + "key: low -1\n decomp: *\n  reasmb: Down here.\n";
        var expected = CodeOf(new Project(("low", Script)));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var swedish = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            swedish.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = swedish;

            CodeOf(new Project(("low", Script))).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string CodeOf(Project project)
    {
        var generation = project.Generate();
        return string.Join("\f", generation.FileNames.Select(generation.File));
    }
}
