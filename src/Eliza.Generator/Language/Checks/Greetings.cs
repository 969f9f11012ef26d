namespace Eliza.Generator.Language.Checks;

/// <summary>Reports a script that does not say hello or goodbye: <see cref="ScriptRules.MissingGreeting"/>, <see cref="ScriptRules.MissingFarewell"/>.</summary>
internal static class Greetings
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.Syntax.Greetings.Count == 0)
            findings.Add(ScriptRules.MissingGreeting, default, script.IsList ? "Put words into the list that the script begins with." : "Add an 'initial:' line.");
        if (script.Syntax is { Quits: [var quit, ..], Farewells.Count: 0 })
            findings.Add(ScriptRules.MissingFarewell, quit.Place);
    }
}
