using System.Text.RegularExpressions;

namespace Eliza.Generator.Language.Checks;

/// <summary>Reports <c>pre: cant -> can't</c> and similar lines: <see cref="ScriptRules.ArrowInRewrite"/>.</summary>
internal static class Arrows
{
    private static readonly Regex Arrow = new(@"^(?<word>[^\s=<>→⇒⟶➔]+?)\s*(?<arrow>[-=~]*[=>→⇒⟶➔]+)\s*(?<by>\S.*)$", RegexOptions.CultureInvariant);

    /// <summary>Whether a value has an arrow. The hyphen of an arrow does not end a clause.</summary>
    public static bool IsIn(string value) => Arrow.IsMatch(value);

    public static void Check(CheckedScript script, Findings findings)
    {
        Check("pre", script.Syntax.Pres, script, findings);
        Check("post", script.Syntax.Posts, script, findings);
    }

    private static void Check(string tag, EquatableArray<RewriteSyntax> rewrites, CheckedScript script, Findings findings)
    {
        foreach (var word in rewrites.Select(rewrite => rewrite.Word))
        {
            if (findings.IsFull) return;
            var line = new Token(script.Text.Behind(word.Place with { Length = 0 }), word.Place);
            var match = Arrow.Match(line.Text);
            if (!match.Success) continue;
            var arrow = match.Groups["arrow"];
            var instead = $"{match.Groups["word"].Value} {match.Groups["by"].Value}";
            findings.Add(
                ScriptRules.ArrowInRewrite, SpokenMistakes.Within(line, arrow.Index, arrow.Length), [arrow.Value, tag, instead],
                new Replacement(SpokenMistakes.Within(line, 0, line.Text.Length), instead));
        }
    }
}
