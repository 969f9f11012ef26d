using Eliza.Generator.Language.Lists;

namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports a list script without a MEMORY rule, or with a MEMORY rule for a word that is no keyword:
/// <see cref="ScriptRules.NoMemory"/>, <see cref="ScriptRules.MemoryOfNoKeyword"/>.
/// </summary>
internal static class MemoryRule
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (!script.IsList) return;
        if (script.Syntax.Memory is not { Keyword: var keyword }) findings.Add(ScriptRules.NoMemory, default, ListMemoryRule.Form);
        else if (keyword.Text == script.FallbackWord || script.Keyword(keyword.Text) is null)
            findings.AddMisspelt(ScriptRules.MemoryOfNoKeyword, keyword.Place, keyword.Text, script.Syntax.Keywords.Select(k => k.Word.Text));
    }
}
