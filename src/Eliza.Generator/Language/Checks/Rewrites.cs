namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports <c>pre:</c> and <c>post:</c> lines that change nothing: <see cref="ScriptRules.IdleRewrite"/>,
/// <see cref="ScriptRules.RepeatedRewrite"/>.
/// </summary>
internal static class Rewrites
{
    public static void Check(CheckedScript script, Findings findings)
    {
        Check("pre", script.Syntax.Pres, script, findings);
        Check("post", script.Syntax.Posts, script, findings);
    }

    private static void Check(string tag, EquatableArray<RewriteSyntax> rewrites, CheckedScript script, Findings findings)
    {
        Dictionary<string, Token> replaced = [];
        foreach (var (word, by) in rewrites)
        {
            if (by is [{ Text: var text }] && text == word.Text) findings.Add(ScriptRules.IdleRewrite, word.Place, word.Text);
            if (!replaced.TryGetValue(script.Fold(word.Text), out var first)) replaced.Add(script.Fold(word.Text), word);
            else findings.Add(ScriptRules.RepeatedRewrite, word.Place, tag, word.Text, first.Place.LineNumber);
        }
    }
}
