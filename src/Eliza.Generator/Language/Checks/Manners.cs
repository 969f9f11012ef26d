namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports a script that does not say hello or goodbye, or repeats what the user said:
/// <see cref="ScriptRules.MissingGreeting"/>, <see cref="ScriptRules.MissingFarewell"/>, <see cref="ScriptRules.NoneWithoutCatchAll"/>.
/// </summary>
internal static class Manners
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.Syntax.Greeting is null)
            findings.Add(ScriptRules.MissingGreeting, default, script.IsList ? "Put words into the list that the script begins with." : "Add an 'initial:' line.");
        if (script.Syntax is { Quits: [var quit, ..], Farewell: null })
            findings.Add(ScriptRules.MissingFarewell, quit.Place);
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
