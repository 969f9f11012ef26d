namespace Eliza.Generator.Language.Lists;

/// <summary>Reports transformations with missing parentheses, each once, and suggests the parentheses.</summary>
internal static class ListTransformation
{
    /// <summary>
    /// Reports an item of a rule that should be a transformation, but is no list that begins with a list. Returns the
    /// number of following items that belong to it.
    /// </summary>
    public static int ReportMissingParentheses(IReadOnlyList<ListNode> items, int index, Findings findings)
    {
        const string Form = "A transformation is '((DECOMPOSITION) (REASSEMBLY) …)'";
        var item = items[index];
        List<ListNode> bare = item is ListNodes list ? [.. list.Items.TakeWhile(inner => inner is not ListNodes)] : [];
        var rest = items.Skip(index + 1).TakeWhile(IsBareList).Count();
        if (item is ListNodes { Items.Count: var count } && bare.Count > 0 && bare.Count < count)
        {
            findings.Add(ScriptRules.MalformedRule, item.Place, [item.Description, $"{Form}: put the decomposition in parentheses, as in '(({Words(bare)}) …'."], Around(bare));
            return 0;
        }

        findings.Add(ScriptRules.MalformedRule, item.Place, item.Description, rest > 0
            ? $"{Form}: put a '(' before this list and a ')' behind its last reassembly."
            : $"{Form}: its first item is a list.");
        return rest;
    }

    /// <summary>Reports words that should be a reassembly. Returns the number of words after the first.</summary>
    public static int ReportBareReassembly(IReadOnlyList<ListNode> items, int index, Findings findings)
    {
        List<ListNode> bare = [.. items.Skip(index).TakeWhile(item => item is not ListNodes)];
        findings.Add(ScriptRules.MalformedRule, items[index].Place, [items[index].Description, $"A reassembly is a list: put it in parentheses, as in '({Words(bare)})'."], Around(bare));
        return bare.Count - 1;
    }

    /// <summary>Whether an item looks like a reassembly: a list that is neither a transformation nor a link.</summary>
    private static bool IsBareList(ListNode item) => item is ListNodes { Items: not [ListNodes, ..] and not [SymbolNode { Text: "=" }, ..] };

    private static string Words(List<ListNode> items) => string.Join(" ", items.Select(item => item switch
    {
        SymbolNode symbol => symbol.Written,
        NumberNode number => number.Digits,
        _ => "(…)",
    }));

    private static Replacement[] Around(List<ListNode> items)
    {
        var (first, last) = (items[0].Place, items[items.Count - 1].Place);
        return [new(first with { Length = 0 }, "("), new(last with { Column = last.Column + last.Length, Length = 0 }, ")")];
    }
}
