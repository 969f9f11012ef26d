namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports names that do not exist: <see cref="ScriptRules.UnknownGoto"/>, <see cref="ScriptRules.LinkToNone"/>,
/// <see cref="ScriptRules.UnknownClass"/>, <see cref="ScriptRules.ClassWithoutName"/>.
/// </summary>
internal static class References
{
    public static void Check(CheckedScript script, Findings findings)
    {
        foreach (var keyword in script.Syntax.Keywords)
        {
            if (keyword.Class is { } named) CheckClass(script, named, findings);
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
        else if (script.Keyword(target.Text) is null && !IsOnWrongKeyLine(script, target, findings))
            findings.AddMisspelt(ScriptRules.UnknownGoto, target.Place, target.Text, script.Syntax.Keywords.Select(k => k.Word.Text));
    }

    /// <summary>Whether the word is on a <c>key:</c> line with an error. That error is then the cause.</summary>
    private static bool IsOnWrongKeyLine(CheckedScript script, Token word, Findings findings)
    {
        var unknownClasses = script.Syntax.Keywords.Select(keyword => keyword.Class).OfType<Token>().Select(named => named.Text).Where(named => script.Class(named) is null);
        var severalWords = findings.SubjectsOf(ScriptRules.KeywordOfSeveralWords).SelectMany(text => text.Split(' ', '\t', ','));
        return unknownClasses.Concat(severalWords).Any(other => script.Fold(other) == script.Fold(word.Text));
    }

    private static void CheckClasses(CheckedScript script, EquatableArray<ElementSyntax> pattern, Findings findings)
    {
        foreach (var name in pattern.OfType<ClassReferenceSyntax>().SelectMany(reference => reference.Classes)) CheckClass(script, name, findings);
    }

    private static void CheckClass(CheckedScript script, Token name, Findings findings)
    {
        if (name.Text.Length == 0) CheckName(script, name, findings);
        if (name.Text.Length == 0 || findings.IsFull || script.Class(name.Text) is not null) return;
        if (script.ClassesOf(name.Text) is [var one, var other, ..])
            findings.Add(ScriptRules.UnknownClass, name.Place, name.Text, $" It is a word of '@{one.Name.Text}' and of '@{other.Name.Text}': name one of these.");
        else findings.AddMisspelt(ScriptRules.UnknownClass, name.Place, name.Text, script.Syntax.Classes.Select(c => c.Name.Text), "@");
    }

    private static void CheckName(CheckedScript script, Token name, Findings findings)
    {
        var behind = script.Text.Behind(name.Place).TrimStart();
        var word = new string([.. behind.TakeWhile(character => char.IsLetterOrDigit(character) || character is '\'' or '\u2019' or '-')]);
        var blanks = script.Text.Behind(name.Place).Length - behind.Length;
        if (word.Length == 0) findings.Add(ScriptRules.ClassWithoutName, name.Place, "NAME");
        else findings.Add(ScriptRules.ClassWithoutName, name.Place, [word], new Replacement(name.Place with { Column = name.Place.Column + 1, Length = blanks }, ""));
    }
}
