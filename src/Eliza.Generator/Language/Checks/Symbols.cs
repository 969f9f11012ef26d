using System.Text.RegularExpressions;
using Eliza.Generator.Language.Lines;
using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Checks;

/// <summary>
/// Reports symbols among the words of a line script: <see cref="ScriptRules.SymbolAmongWords"/>. They count as blanks, which
/// is probably not what their author meant. Each value has at most one finding.
/// </summary>
internal static class Symbols
{
    private static readonly Regex Item = new(@"[""“„«](?<phrase>[^""“”„«»]+\s[^""“”„«»]+)[""”“»]|\S+", RegexOptions.CultureInvariant);

    private enum Use
    {
        Words,
        Class,
        Pattern,
    }

    public static void Check(CheckedScript script, Findings findings)
    {
        if (script.IsList) return;
        foreach (var keyword in script.Syntax.Keywords)
        {
            Check(script, keyword.Word.Place, Use.Pattern, findings);
            foreach (var decomposition in keyword.Decompositions) Check(script, decomposition.Place, Use.Pattern, findings);
        }

        foreach (var declared in script.Syntax.Classes) Check(script, declared.Name.Place, Use.Class, findings);
        foreach (var rewrite in script.Syntax.Pres.Concat(script.Syntax.Posts)) Check(script, rewrite.Word.Place, Use.Words, findings);
        foreach (var quit in script.Syntax.Quits) Check(script, quit.Place, Use.Words, findings);
    }

    private static void Check(CheckedScript script, Place line, Use use, Findings findings)
    {
        if (findings.IsFull) return;
        var value = LineTag.ValueOf(script.Text, line);
        var end = Notes.InWords(value.Text) ?? value.Text.Length;
        foreach (Match match in Item.Matches(value.Text.Substring(0, end)))
        {
            // These belong to the language: a '$' at the start of a decomposition, and the rank of a keyword.
            var isOfLanguage = use == Use.Pattern && ((match.Index == 0 && match.Value == "$") || int.TryParse(match.Value, out _));
            var start = use == Use.Pattern && match.Index == 0 && match.Value[0] == '$' && match.Value.Length > 1 && match.Value[match.Length - 1] != '$' ? 1 : 0;
            var item = new Token(match.Value.Substring(start), SpokenMistakes.Within(value, match.Index + start, match.Length - start));
            if (isOfLanguage || !HasSymbol(item.Text, use)) continue;
            Report(script, item, match.Groups["phrase"].Success, use, findings);
            return;
        }
    }

    private static bool HasSymbol(string item, Use use)
    {
        for (var i = 0; i < item.Length; i++)
        {
            var isMark = use == Use.Pattern && (item[i] == '*' || (item[i] == '@' && (i == 0 || item[i - 1] == '*')));
            var isPair = char.IsSurrogatePair(item, i);
            var codePoint = isPair ? char.ConvertToUtf32(item, i) : item[i];
            if (!isMark && !char.IsWhiteSpace(item[i]) && LineText.ClassOf(codePoint) == LineClass.Blank) return true;
            if (isPair) i++;
        }

        return false;
    }

    private static void Report(CheckedScript script, Token item, bool isPhrase, Use use, Findings findings)
    {
        var text = new ScriptText(item.Text);
        List<string> words = [.. LineWords.Cut(text, 0, item.Text.Length).Select(word => word.Text)];
        var read = words.Count == 0 ? "nothing" : $"'{string.Join(" ", words)}'";
        if (isPhrase && use == Use.Class)
            findings.Add(ScriptRules.SymbolAmongWords, item.Place, item.Text, read, $"Each of these is a member of its own. For the phrase write a pattern, as in 'decomp: * {string.Join(" ", words)} *'.");
        else if (use == Use.Pattern && words.Count > 1 && item.Text.IndexOfAny(['|', '/', '\\']) >= 0)
            ReportAlternatives(script, item, words, read, findings);
        else if (item.Text.IndexOfAny(['*', '@']) >= 0)
            findings.Add(ScriptRules.SymbolAmongWords, item.Place, item.Text, read, "Leave the symbols out.");
        else
            findings.Add(
                ScriptRules.SymbolAmongWords, item.Place,
                [item.Text, read, item.Text.IndexOfAny(['^', '$']) >= 0 && use == Use.Pattern ? "Leave the symbols out: a pattern is compared with a whole clause anyway." : "Leave the symbols out."],
                new Replacement(item.Place, string.Join(" ", words)));
    }

    /// <summary>Reports <c>saw|heard</c>. Its author means one of several words, which needs a class.</summary>
    private static void ReportAlternatives(CheckedScript script, Token item, List<string> words, string read, Findings findings)
    {
        var (declared, reference) = ($"synon: {string.Join(" ", words)}", "@" + words[0]);
        Replacement[] replacements = script.Class(words[0]) is null
            ? [new(item.Place with { Column = 0, Length = 0 }, declared + "\n"), new(item.Place, reference)]
            : [];
        findings.Add(ScriptRules.SymbolAmongWords, item.Place, [item.Text, read, $"For any one of several words write '{reference}', and declare '{declared}'."], replacements);
    }
}
