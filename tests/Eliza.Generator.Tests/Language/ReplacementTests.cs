using Eliza.Generator.Tests.Support;

namespace Eliza.Generator.Tests.Language;

/// <summary>Scripts after the replacements of their findings.</summary>
public sealed class ReplacementTests
{
    [Theory]
    [InlineData("key: haunted\nrank: 5\ndecomp: *\nreasmb: Boo.", "key: haunted 5\n\ndecomp: *\nreasmb: Boo.")]
    [InlineData("key haunted 5\ndecomp: *\nreasmb; Boo.", "key: haunted 5\ndecomp: *\nreasmb: Boo.")]
    [InlineData("key：a\ndecomp: *\nreasmb: Boo.", "key:a\ndecomp: *\nreasmb: Boo.")]
    [InlineData("key: a\ndecomp: *a*\nreasmb: Boo.", "key: a\ndecomp: * a *\nreasmb: Boo.")]
    [InlineData("key: a\ndecomp: *\nreasmb: I see\n  a ghost.", "key: a\ndecomp: *\nreasmb: I see a ghost.\n  ")]
    [InlineData("key: a\ndecomp: *\ngoto: b\nkey: b\ndecomp: *\nreasmb: Ah.", "key: a\ndecomp: *\nreasmb: goto b\nkey: b\ndecomp: *\nreasmb: Ah.")]
    [InlineData("key: a\ndecomp: *\nnewkey", "key: a\ndecomp: *\nreasmb: newkey")]
    [InlineData("// a note\nTitle: one more", "# a note\n# Title: one more")]
    [InlineData("synon: kin mother\nkey: a\ndecomp: @kim\nreasmb: Ah.", "synon: kin mother\nkey: a\ndecomp: @kin\nreasmb: Ah.")]
    [InlineData("key: a\ndecomp: *\nreasmb: goto xnome", "key: a\ndecomp: *\nreasmb: goto xnone")]
    [InlineData("resmb: Boo.", "reasmb: Boo.")]
    [InlineData("pre: dreams dream\nkey: dream\ndecomp: * my dreams *\nreasmb: Ah.", "pre: dreams dream\nkey: dream\ndecomp: * my dream *\nreasmb: Ah.")]
    public void What_a_finding_replaces_mends_the_script(string lines, string mended)
    {
        Script.Mended(Script.Line + lines).ShouldBe(Script.Line + mended);
        Script.Clean(Script.Line + mended);
    }

    [Theory]
    [InlineData("; my bot\n" + Script.Line, "# my bot\n" + Script.Line)]
    [InlineData("(my bot)\n" + Script.Line, "# (my bot)\n" + Script.Line)]
    [InlineData("# my bot\n" + Script.List, "; my bot\n" + Script.List)]
    [InlineData("my bot\n" + Script.List, "; my bot\n" + Script.List)]
    public void What_a_beginning_of_the_other_language_is_replaced_by_mends_the_script(string script, string mended)
    {
        Script.Mended(script).ShouldBe(mended);
        Script.Clean(mended);
    }

    [Theory]
    [MemberData(nameof(DiagnosticPagesTests.Ids), MemberType = typeof(DiagnosticPagesTests))]
    public void A_finding_of_the_pages_that_knows_what_to_write_is_gone_once_that_is_written(string id)
    {
        foreach (var example in DiagnosticPagesTests.Examples(id, "Wrong").Where(example => Script.Mended(example) != example))
            Script.Ids(Script.Mended(example)).ShouldNotContain(id, Script.Mended(example));
    }

    [Fact]
    public void Replacements_are_among_the_properties_of_what_the_compiler_gets()
    {
        var diagnostic = new Project(("parrot", "initial Ahoy!\n" + Samples.Fallback)).Generate().RawDiagnostics.ShouldHaveSingleItem();
        diagnostic.Properties.ShouldBe([new("replace 0,0,7,0", ":")]);
    }

    [Fact]
    public void What_an_author_can_choose_is_among_the_properties_too()
    {
        var diagnostic = new Project(("parrot", "initial: Ahoy!\nkey: a\n" + Samples.Fallback)).Generate().RawDiagnostics.ShouldHaveSingleItem();
        diagnostic.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).ShouldBe(
            [new("fix 0", "Give it a decomposition '*'"), new("fix 0,0,2,0,0", "    decomp: *\n        reasmb: Please go on.\n"), new("fix 1", "Remove this keyword"), new("fix 1,0,1,0,7", "")]);
    }
}
