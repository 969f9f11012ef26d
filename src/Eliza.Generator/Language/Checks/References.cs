namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports names that nothing bears: <see cref="ScriptRules.UnknownGoto"/>, <see cref="ScriptRules.LinkToNone"/>,
/// <see cref="ScriptRules.UnknownClass"/>.
/// </summary>
internal static class References
{
    public static void Check(CheckedScript script, Findings findings)
    {
        foreach (var keyword in script.Syntax.Keywords)
        {
            foreach (var decomposition in keyword.Decompositions)
            {
                if (!script.IsList) CheckClasses(script, decomposition.Pattern, findings);
                foreach (var reassembly in decomposition.Reassemblies)
                {
                    if (reassembly.Target() is { } target) CheckTarget(script, target, findings);
                }
            }

            if (keyword.Link is { } link) CheckTarget(script, link, findings);
        }
    }

    private static void CheckTarget(CheckedScript script, Token target, Findings findings)
    {
        if (findings.IsFull) return;
        if (script.IsList && target.Text == script.FallbackWord) findings.Add(ScriptRules.LinkToNone, target.Place);
        else if (script.Keyword(target.Text) is null)
            findings.Add(ScriptRules.UnknownGoto, target.Place, target.Text, Spelling.DidYouMean(target.Text, script.Syntax.Keywords.Select(k => k.Word.Text)));
    }

    private static void CheckClasses(CheckedScript script, EquatableArray<ElementSyntax> pattern, Findings findings)
    {
        foreach (var name in pattern.OfType<ClassReferenceSyntax>().SelectMany(reference => reference.Classes))
        {
            if (!findings.IsFull && script.Class(name.Text) is null)
                findings.Add(ScriptRules.UnknownClass, name.Place, name.Text, Spelling.DidYouMean(name.Text, script.Syntax.Classes.Select(c => c.Name.Text)));
        }
    }
}
