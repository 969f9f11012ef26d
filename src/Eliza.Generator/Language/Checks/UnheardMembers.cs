namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports a keyword that is also the name of a class, if the other words of the class do not lead to the keyword:
/// <see cref="ScriptRules.UnheardMembers"/>. It is not reported if all its patterns contain the word itself.
/// </summary>
internal static class UnheardMembers
{
    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.IsList) return;
        var possible = new PossibleWords(script);
        foreach (var keyword in script.Syntax.Keywords)
        {
            if (findings.IsFull) return;
            if (Unheard(script, keyword, possible) is { } unheard)
                findings.Add(ScriptRules.UnheardMembers, keyword.Word.Place, [keyword.Word.Text, unheard.Text], new Replacement(keyword.Word.Place, "@" + keyword.Word.Text));
        }
    }

    /// <summary>Another word of the keyword's class, if it leads to no keyword and that is probably a mistake.</summary>
    public static Token? Unheard(CheckedScript script, KeywordSyntax keyword, PossibleWords possible)
    {
        var word = script.Fold(keyword.Word.Text);
        return keyword.Class is null && !script.IsFallback(keyword) && script.ClassNamed(word) is { } declared
            && keyword.Decompositions.Any(decomposition => !decomposition.Pattern.OfType<LiteralSyntax>().Any(literal => script.Fold(literal.Word) == word))
            ? declared.Members.FirstOrDefault(member => script.Keyword(member.Text) is null && possible.Contains(member.Text))
            : null;
    }
}
