using Eliza.Generator.Language;

namespace Eliza.Generator.Tests.Language;

public sealed class ScriptFrontEndTests
{
    [Theory]
    [InlineData("(HI)", ScriptLanguage.List)]
    [InlineData("; a comment\n(HI)", ScriptLanguage.List)]
    [InlineData("\uFEFF\n\t (HI)", ScriptLanguage.List)]
    [InlineData("initial: (Hi)", ScriptLanguage.Line)]
    [InlineData("# (a comment)", ScriptLanguage.Line)]
    [InlineData("", ScriptLanguage.Line)]
    public void The_first_significant_character_chooses_the_language(string script, ScriptLanguage language) =>
        ScriptFrontEnd.Read(script).Syntax.Language.ShouldBe(language);
}
