namespace Eliza.Generator.Language.Checks;

/// <summary>Reports links to keywords that have only a substitute or tags: <see cref="ScriptRules.LinkWithoutTransformation"/>.</summary>
internal static class Links
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (!script.IsList) return;
        foreach (var keyword in script.Syntax.Keywords)
        {
            foreach (var target in keyword.Decompositions.SelectMany(d => d.Reassemblies).Select(r => r.Target()).Append(keyword.Link))
            {
                if (target is not null && script.Keyword(target.Text) is { Link: null, Decompositions.Count: 0 })
                    findings.Add(ScriptRules.LinkWithoutTransformation, target.Place, target.Text);
            }
        }
    }
}
