namespace Eliza.Generator.Language.Checks;

/// <summary>Reports a NONE that can fail to answer: <see cref="ScriptRules.NoneWithoutCatchAll"/>.</summary>
internal static class NoneRule
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.IsList && script.Keyword(script.FallbackWord) is { } none && !AlwaysSpeaks(none))
            findings.Add(ScriptRules.NoneWithoutCatchAll, none.Word.Place);
    }

    private static bool AlwaysSpeaks(KeywordSyntax none)
    {
        foreach (var decomposition in none.Decompositions)
        {
            if (decomposition.Reassemblies.Any(reassembly => reassembly is not TextSyntax)) return false;
            if (decomposition.IsCatchAll()) return true;
        }

        return false;
    }
}
