using System.Globalization;

namespace Eliza.Generator.Language.Lists;

/// <summary>Reads reassemblies: texts with components, links, NEWKEY and PRE.</summary>
internal static class ListParts
{
    /// <summary>Reads a reassembly; null if it is malformed.</summary>
    /// <param name="list">The list.</param>
    /// <param name="elements">The number of elements of the decomposition.</param>
    /// <param name="findings">Takes the findings.</param>
    public static ReassemblySyntax? ReadReassembly(ListNodes list, int elements, Findings findings)
    {
        switch (list.Items)
        {
            case [SymbolNode { Text: "NEWKEY" }]:
                return new NewKeySyntax(list.Place);
            case [SymbolNode { Text: "=" }, SymbolNode keyword]:
                return new GotoSyntax(keyword.Token, list.Place);
            case [SymbolNode { Text: "PRE" }, ListNodes words, ListNodes { Items: [SymbolNode { Text: "=" }, SymbolNode keyword] }]:
                return new PreSyntax(Read(words.Items, elements, findings), keyword.Token, list.Place);
            case [SymbolNode { Text: "=" }, ..]:
                findings.Add(ScriptRules.MalformedRule, list.Place, "'='", "A link is '(=KEYWORD)'.");
                return null;
            case [SymbolNode { Text: "PRE" }, ..]:
                findings.Add(ScriptRules.MalformedRule, list.Place, "'PRE'", "Its form is '(PRE (WORD …) (=KEYWORD))'.");
                return null;
            default:
                return new TextSyntax(Read(list.Items, elements, findings), list.Place);
        }
    }

    /// <summary>Reads the words of a reassembly. A number means the component of that element of the pattern, from 1.</summary>
    public static EquatableArray<PartSyntax> Read(IEnumerable<ListNode> items, int elements, Findings findings)
    {
        List<PartSyntax> parts = [];
        foreach (var item in items)
        {
            if (item is SymbolNode symbol) parts.Add(new LiteralPartSyntax(symbol.Text, symbol.Place));
            else if (item is ListNodes list) parts.Add(new LiteralPartSyntax(Sublist(list, findings), list.Place));
            else if (item is NumberNode number && Component(number, elements, findings) is { } element) parts.Add(new ComponentPartSyntax(element, number.Place));
        }

        return parts.ToEquatableArray();
    }

    /// <summary>The words of an inner list in parentheses, where the inner list is literal text.</summary>
    public static string Sublist(ListNodes list, Findings findings) => Sublist(list, findings, symbol => symbol.Text);

    /// <summary>The same with another form of the words.</summary>
    public static string Sublist(ListNodes list, Findings findings, Func<SymbolNode, string> form) =>
        $"({string.Join(" ", Symbols(list, findings).Select(form))})";

    /// <summary>The symbols of an inner list, which may have no other items.</summary>
    public static IEnumerable<SymbolNode> Symbols(ListNodes list, Findings findings)
    {
        foreach (var item in list.Items)
        {
            if (item is NumberNode number) findings.Add(ScriptRules.NumberInSublist, number.Place, number.Digits);
            else if (item is ListNodes) findings.Add(ScriptRules.MalformedRule, item.Place, item.Description, "A list inside a list holds words only.");
        }

        return list.Items.OfType<SymbolNode>();
    }

    private static int? Component(NumberNode number, int elements, Findings findings)
    {
        if (int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position >= 1 && position <= elements)
            return position - 1;

        // An empty decomposition was reported before.
        if (elements > 0)
        {
            findings.Add(ScriptRules.ComponentOutOfRange, number.Place, number.Digits, elements == 1
                ? "the only element of its decomposition is 1"
                : FormattableString.Invariant($"the elements of its decomposition are 1 to {elements}"));
        }

        return null;
    }
}
