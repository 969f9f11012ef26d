namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports a script that can be at a loss: <see cref="ScriptRules.NoFallback"/>,
/// <see cref="ScriptRules.FallbackWithoutCatchAll"/>.
/// </summary>
internal static class Fallback
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.Keyword(script.FallbackWord) is not { } fallback)
        {
            findings.Add(ScriptRules.NoFallback, default, script.IsList
                ? "a rule such as (NONE ((0) (PLEASE GO ON)))"
                : "the lines 'key: xnone', 'decomp: *' and 'reasmb: Please go on.'");
        }
        else if (!script.IsList && !fallback.Decompositions.Any(d => !d.IsMemory && d.IsCatchAll()))
        {
            findings.Add(ScriptRules.FallbackWithoutCatchAll, fallback.Word.Place, fallback.Word.Text);
        }
    }
}
