using Eliza.Generator.Language;
using Eliza.Generator.Tests.Support;
using Eliza.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Eliza.Generator.Tests.Pipeline;

/// <summary>The findings of wrong scripts, as the compiler prints them.</summary>
public sealed class DiagnosticsTests
{
    [Fact]
    public void Line_language() => Diagnostics("wrong",
        """
        # Each line below is wrong in a way of its own.
        Hello there
        decmp: *
        initial:
        reasmb: Too early.
        key: computer fifty
          decomp: * computer *
            reasmb: Is it (3)?
            reasmb: goto compter
          decomp: * @machine *
        key: computer
        synon: machines computers
        synon: machines engines
        key: dream
          decomp: *
            reasmb: goto dreams
        key: dreams
          decomp: $ *
            reasmb: newkey
          decomp: dream*
            reasmb: goto dream
        """).ShouldMatchSnapshot();

    [Fact]
    public void List_language() => Diagnostics("wrong",
        """
        (HOW DO YOU DO)
        START
        (SORRY ((0) (PLEASE 4 APOLOGIZE)))
        (SORRY HIGH ((0)))
        (HOW (=WAHT))
        (WHAT ((0 (/FAMILY) 0) (WHY)))
        (MEMORY OUR (0 OUR 0 = YOUR 3))
        """).ShouldMatchSnapshot();

    [Fact]
    public void Noise() => Diagnostics("noise", "\0binary\0").ShouldMatchSnapshot();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_characters_that_an_editor_marks_are_those_that_a_build_names(string lineEnd)
    {
        var script = $"# Ahoy{lineEnd}{Samples.Parrot.ReplaceLineEndings(lineEnd)}key: rum{lineEnd} decomp: *{lineEnd}  reasmb: goto xnome{lineEnd}colour: red{lineEnd}";

        var places = new Project(("parrot", script)).Generate().RawDiagnostics.Select(diagnostic => diagnostic.Location).ToList();

        places.Select(place => script.Substring(place.SourceSpan.Start, place.SourceSpan.Length)).ShouldBe(["xnome", "colour"]);
        places.ShouldAllBe(place => SourceText.From(script).Lines.GetTextSpan(place.GetLineSpan().Span) == place.SourceSpan);
    }

    [Fact]
    public void Each_rule_has_one_descriptor_with_the_address_of_its_page()
    {
        var wrong = new Project(("crow", "colour: red\n"), ("parrot", "colour: red\n")).Generate().RawDiagnostics.Where(diagnostic => diagnostic.Id == "ELIZA0012").ToList();

        wrong.Count.ShouldBe(2);
        wrong[0].Descriptor.ShouldBeSameAs(wrong[1].Descriptor);
        wrong[0].Descriptor.HelpLinkUri.ShouldBe(FindingPages.AddressOf("ELIZA0012"));
    }

    [Theory]
    [InlineData("https://github.com/someone/eliza", "1.2.0-beta.1+0123456789abcdef", "https://github.com/someone/eliza/blob/v1.2.0-beta.1/docs/diagnostics")]
    [InlineData("https://github.com/someone/eliza", "1.2.0", "https://github.com/someone/eliza/blob/v1.2.0/docs/diagnostics")]
    [InlineData("", "1.2.0+0123456789abcdef", "")]
    public void The_pages_are_those_of_the_version_in_the_repository_that_made_it(string repository, string version, string folder) =>
        FindingPages.FolderOf(repository, version).ShouldBe(folder);

    private static string Diagnostics(string name, string script) => string.Concat(new Project((name, script)).Generate().Diagnostics.Select(line => line + "\n"));
}
