namespace Eliza.Generator.Language.Checks;

/// <summary>Reports a script that may have no answer: <see cref="ScriptRules.NoFallback"/>, <see cref="ScriptRules.FallbackWithoutCatchAll"/>.</summary>
internal static class Fallback
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.Keyword(script.FallbackWord) is not { } fallback)
        {
            var name = script.IsList ? "NONE" : "xnone";
            if (script.Syntax.Keywords.FirstOrDefault(k => Spelling.Nearest(k.Word.Text, [name]) is not null) is { Word: var misspelt })
                findings.Add(ScriptRules.NoFallback, misspelt.Place, [$"Did you mean '{name}' by '{misspelt.Text}'?"], new Replacement(misspelt.Place, name));
            else
                findings.Add(ScriptRules.NoFallback, default, script.IsList
                    ? "Add a rule such as (NONE ((0) (PLEASE GO ON)))."
                    : "Add the lines 'key: xnone', 'decomp: *' and 'reasmb: Please go on.'.");
        }
        else if (!script.IsList && !fallback.Decompositions.Any(d => !d.IsMemory && d.IsCatchAll()))
        {
            findings.Add(ScriptRules.FallbackWithoutCatchAll, fallback.Word.Place, fallback.Word.Text);
        }
    }
}
