using System.Text.RegularExpressions;

namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports text that was probably not meant to be a part of a reply, in the line language:
/// <see cref="ScriptRules.NoteBehindValue"/>, <see cref="ScriptRules.SpokenInstruction"/>,
/// <see cref="ScriptRules.SpokenEscape"/>, <see cref="ScriptRules.SpokenComponent"/>.
/// </summary>
internal static class SpokenMistakes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex NewKey = new(@"^\W*new\W{0,2}key\W*$", Options);
    private static readonly Regex Goto = new(@"^\W*goto\b(?<rest>.*)$", Options);
    private static readonly Regex GoTo = new(@"^go to (?<rest>\S+)$", RegexOptions.CultureInvariant);
    private static readonly Regex Path = new(@"\b[a-z]:\\", Options);
    private static readonly Regex Escape = new(@"\\(?<mark>[nrt""'])|<br ?/?>|&(?<entity>amp|quot|apos|lt|gt|nbsp);", Options);

    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.IsList) return;
        foreach (var text in script.Syntax.Greetings.Concat(script.Syntax.Farewells))
        {
            if (text is not null) Check(script, new(script.Text.At(text.Place), text.Place), null, findings);
        }

        foreach (var decomposition in script.Syntax.Keywords.SelectMany(k => k.Decompositions))
        {
            foreach (var text in decomposition.Reassemblies.OfType<TextSyntax>())
            {
                if (findings.IsFull) return;
                Check(script, new(script.Text.At(text.Place), text.Place), decomposition, findings);
            }
        }
    }

    private static void Check(CheckedScript script, Token text, DecompositionSyntax? decomposition, Findings findings)
    {
        if (Notes.InText(text.Text) is { } note)
        {
            Notes.Report(text, note, "said aloud", findings);
            text = new(text.Text.Substring(0, note).TrimEnd(), text.Place);
        }
        else if (decomposition is not null && IsInstruction(script, text, findings))
        {
            return;
        }

        CheckEscapes(text, findings);
        SpokenComponents.Check(script, text, decomposition, findings);
    }

    /// <summary>Reports <c>Newkey.</c>, <c>New key</c> and <c>Goto the haunted</c>, which are replies because they are not exactly an instruction.</summary>
    private static bool IsInstruction(CheckedScript script, Token text, Findings findings)
    {
        if (NewKey.IsMatch(text.Text))
        {
            findings.Add(ScriptRules.SpokenInstruction, text.Place, ["'newkey'", "'newkey'"], new Replacement(text.Place, "newkey"));
            return true;
        }

        var match = Goto.Match(text.Text);
        var isGoto = match.Success;
        if (!isGoto) match = GoTo.Match(text.Text);
        if (!match.Success) return false;

        var target = Regex.Split(match.Groups["rest"].Value, @"[^\w'’-]+").FirstOrDefault(word => word.Length > 0 && script.Keyword(word) is not null);
        if (target is not null)
            findings.Add(ScriptRules.SpokenInstruction, text.Place, ["'goto' and a keyword", $"'goto {target}'"], new Replacement(text.Place, "goto " + target));
        else if (isGoto)
            findings.Add(ScriptRules.SpokenInstruction, text.Place, "'goto' and a keyword", "'goto' and the keyword to go to, and nothing else");
        return isGoto || target is not null;
    }

    private static void CheckEscapes(Token text, Findings findings)
    {
        if (Path.IsMatch(text.Text)) return;
        foreach (Match match in Escape.Matches(text.Text))
        {
            var instead = (match.Groups["mark"].Value, match.Groups["entity"].Value.ToLowerInvariant()) switch
            {
                ("\"", _) or (_, "quot") => "\"",
                ("'", _) or (_, "apos") => "'",
                (_, "amp") => "&",
                (_, "lt") => "<",
                (_, "gt") => ">",
                _ => " ",
            };
            var place = Within(text, match.Index, match.Length);
            findings.Add(ScriptRules.SpokenEscape, place, [match.Value, instead == " " ? "a blank: a reply is one line" : $"'{instead}'"], new Replacement(place, instead));
        }
    }

    /// <summary>The place of a part of a text.</summary>
    internal static Place Within(Token text, int index, int length) => text.Place with { Column = text.Place.Column + index, Length = length };
}
