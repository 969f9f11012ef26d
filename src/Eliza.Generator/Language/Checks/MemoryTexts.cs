namespace Eliza.Generator.Language.Checks;

/// <summary>Reports a <c>$</c> decomposition with a link in place of a text: <see cref="ScriptRules.MemoryWithoutText"/>.</summary>
internal static class MemoryTexts
{
    public static void Check(CheckedScript script, Findings findings)
    {
        foreach (var reassembly in script.Syntax.Keywords.SelectMany(k => k.Decompositions).Where(d => d.IsMemory).SelectMany(d => d.Reassemblies))
        {
            if (reassembly is not TextSyntax)
                findings.Add(ScriptRules.MemoryWithoutText, reassembly.Place, reassembly is NewKeySyntax ? "say 'newkey'" : "go to another keyword");
        }
    }
}
