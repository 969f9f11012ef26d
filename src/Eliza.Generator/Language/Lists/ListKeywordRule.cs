using System.Globalization;

namespace Eliza.Generator.Language.Lists;

/// <summary>Reads a keyword rule: substitute, precedence, tags and transformations in any order, and a link at the end.</summary>
internal static class ListKeywordRule
{
    /// <summary>Reads the rule. Wrong items are reported and left out.</summary>
    public static KeywordSyntax Read(Token word, ListNodes rule, Findings findings)
    {
        var keyword = new KeywordSyntax(word);
        List<DecompositionSyntax> decompositions = [];
        var isAtLoss = false;
        if (rule.Items.Count == 1) findings.Add(ScriptRules.KeywordWithoutBody, word.Place, word.Text);
        for (var i = 1; i < rule.Items.Count && !findings.IsFull; i++)
        {
            var next = i + 1 < rule.Items.Count ? rule.Items[i + 1] : null;
            switch (rule.Items[i])
            {
                case SymbolNode { Text: "=" } when next is SymbolNode substitute:
                    keyword = keyword with { Substitute = substitute.Token };
                    i++;
                    break;
                case SymbolNode { Text: "=" } equals:
                    Unexpected(equals, "A '=' is followed by the word that replaces the keyword.", findings);
                    break;
                case SymbolNode { Text: "DLIST" } when next is ListNodes tags:
                    keyword = keyword with { Tags = Tags(tags, findings) };
                    i++;
                    break;
                case SymbolNode { Text: "DLIST" } dlist:
                    isAtLoss = true;
                    Unexpected(dlist, "DLIST is followed by a list of tags, such as DLIST(/NOUN FAMILY).", findings);
                    break;
                case SymbolNode when isAtLoss:
                    break;
                case SymbolNode symbol:
                    // If one word does not belong here, the next ones do not either. One finding is enough.
                    isAtLoss = true;
                    Unexpected(symbol, "A rule holds '= WORD', a precedence, DLIST(/TAG), transformations in parentheses and at the end a link '(=KEYWORD)'.", findings);
                    break;
                case NumberNode number:
                    keyword = keyword with { Rank = Precedence(number, findings) };
                    break;
                case ListNodes { Items: [SymbolNode { Text: "=" }, ..] } link:
                    keyword = keyword with { Link = Link(link, isLast: next is null, findings) };
                    break;
                case ListNodes { Items: [ListNodes pattern, ..] } transformation:
                    if (Transformation(pattern, transformation, findings) is { } decomposition) decompositions.Add(decomposition);
                    break;
                default:
                    i += ListTransformation.ReportMissingParentheses(rule.Items, i, findings);
                    break;
            }
        }

        return keyword with { Decompositions = decompositions.ToEquatableArray() };
    }

    private static int Precedence(NumberNode number, Findings findings)
    {
        if (int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var precedence)) return precedence;
        findings.Add(ScriptRules.BadRank, number.Place, number.Digits);
        return 0;
    }

    /// <summary>Every token of the list is a tag. A slash at its start is removed; a slash alone is skipped.</summary>
    private static EquatableArray<Token> Tags(ListNodes list, Findings findings) =>
        list.Items
            .Select(item => item switch
            {
                SymbolNode { Text: ['/', .. var tag] } => new Token(tag, item.Place),
                SymbolNode symbol => symbol.Token,
                NumberNode number => new Token(number.Digits, item.Place),
                _ => new Token(ListParts.Sublist((ListNodes)item, findings), item.Place),
            })
            .Where(tag => tag.Text.Length > 0)
            .ToEquatableArray();

    private static Token? Link(ListNodes link, bool isLast, Findings findings)
    {
        if (link.Items is not [_, SymbolNode target])
        {
            Unexpected(link, "A link is '(=KEYWORD)'.", findings);
            return null;
        }

        if (!isLast) findings.Add(ScriptRules.LinkNotLast, link.Place, target.Text);
        return target.Token;
    }

    private static DecompositionSyntax? Transformation(ListNodes pattern, ListNodes transformation, Findings findings)
    {
        if (pattern.Items.Count == 0) findings.Add(ScriptRules.EmptyDecomposition, pattern.Place);
        if (transformation.Items.Count == 1) findings.Add(ScriptRules.DecompositionWithoutReassembly, pattern.Place);
        var elements = ListPattern.Read(pattern.Items, findings);
        List<ReassemblySyntax> reassemblies = [];
        for (var i = 1; i < transformation.Items.Count; i++)
        {
            if (transformation.Items[i] is not ListNodes list) i += ListTransformation.ReportBareReassembly(transformation.Items, i, findings);
            else if (ListParts.ReadReassembly(list, elements.Count, findings) is { } reassembly) reassemblies.Add(reassembly);
        }

        return elements.Count == 0 ? null : new(elements, reassemblies.ToEquatableArray(), pattern.Place);
    }

    private static void Unexpected(ListNode item, string instead, Findings findings) =>
        findings.Add(ScriptRules.MalformedRule, item.Place, item.Description, instead);
}
