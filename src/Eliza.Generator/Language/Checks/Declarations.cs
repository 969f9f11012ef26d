namespace Eliza.Generator.Language.Checks;

/// <summary>Reports repeated declarations: <see cref="ScriptRules.DuplicateKeyword"/>, <see cref="ScriptRules.RepeatedDeclaration"/>.</summary>
internal static class Declarations
{
    public static void Check(CheckedScript script, Findings findings)
    {
        foreach (var keyword in script.Syntax.Keywords)
        {
            var first = script.Keyword(keyword.Word.Text);
            if (first is not null && !ReferenceEquals(first, keyword))
                findings.Add(ScriptRules.DuplicateKeyword, keyword.Word.Place, keyword.Word.Text, first.Word.Place.LineNumber);
        }

        foreach (var declared in script.Syntax.Classes)
        {
            var first = script.ClassNamed(declared.Name.Text)!;
            if (!ReferenceEquals(first, declared))
                findings.Add(ScriptRules.RepeatedDeclaration, declared.Name.Place, $"The class '@{declared.Name.Text}'", first.Name.Place.LineNumber);
        }
    }
}
