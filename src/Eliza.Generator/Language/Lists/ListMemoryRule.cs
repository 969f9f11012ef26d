namespace Eliza.Generator.Language.Lists;

/// <summary>Reads the MEMORY rule: a keyword and four patterns, each with a text.</summary>
internal static class ListMemoryRule
{
    /// <summary>The form of the rule, for messages.</summary>
    public const string Form = "(MEMORY KEYWORD (DECOMPOSITION = REASSEMBLY) …), with four of the inner lists";

    private const int Rules = 4;

    /// <summary>Reads the rule; null if it does not have this form.</summary>
    public static MemorySyntax? Read(ListNodes rule, Findings findings)
    {
        if (rule.Items is not [_, SymbolNode keyword, ..])
        {
            Wrong(rule.Items[0], "MEMORY is followed by a keyword", findings);
            return null;
        }

        List<MemoryRuleSyntax> rules = [];
        foreach (var item in rule.Items.Skip(2))
        {
            if (ReadRule(item, findings) is { } read) rules.Add(read);
            else return null;
        }

        if (rules.Count == Rules) return new(keyword.Token, rules.ToEquatableArray(), rule.Items[0].Place);
        Wrong(rule.Items[0], FormattableString.Invariant($"MEMORY has exactly {Rules} patterns, and here are {rules.Count}"), findings);
        return null;
    }

    private static MemoryRuleSyntax? ReadRule(ListNode item, Findings findings)
    {
        if (item is not ListNodes list)
        {
            Wrong(item, $"{item.Description} was not expected in MEMORY", findings);
            return null;
        }

        var equals = 0;
        while (equals < list.Items.Count && list.Items[equals] is not SymbolNode { Text: "=" }) equals++;
        if (equals == 0 || equals >= list.Items.Count - 1)
        {
            Wrong(list, "A pattern of MEMORY has something on either side of a '='", findings);
            return null;
        }

        var pattern = ListPattern.Read(list.Items.Take(equals), findings);
        return new(pattern, ListParts.Read(list.Items.Skip(equals + 1), pattern.Count, findings), list.Place);
    }

    private static void Wrong(ListNode item, string what, Findings findings) =>
        findings.Add(ScriptRules.WrongMemory, item.Place, what, Form);
}
