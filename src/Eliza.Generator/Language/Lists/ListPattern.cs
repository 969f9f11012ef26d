using System.Globalization;

namespace Eliza.Generator.Language.Lists;

/// <summary>Reads a decomposition: words, numbers and sets.</summary>
internal static class ListPattern
{
    /// <summary>Reads the items of a decomposition list.</summary>
    public static EquatableArray<ElementSyntax> Read(IEnumerable<ListNode> items, Findings findings) =>
        items.Select(item => item switch
        {
            NumberNode number => Number(number),
            SymbolNode symbol => new LiteralSyntax(symbol.Text, symbol.Place),
            _ => Set((ListNodes)item, findings),
        }).ToEquatableArray();

    private static ElementSyntax Number(NumberNode number)
    {
        // A number that does not fit into an int asks for more words than any line has.
        if (!int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) count = int.MaxValue;
        return count == 0 ? new AnyWordsSyntax(number.Place) : new ExactWordsSyntax(count, number.Place);
    }

    /// <summary>
    /// <c>(*A B)</c> is one of these words, <c>(/T U)</c> is one word with any of these tags. A blank may follow the
    /// mark. A list with another beginning is an empty set, and matches nothing.
    /// </summary>
    private static ElementSyntax Set(ListNodes list, Findings findings)
    {
        // A folded symbol can contain blanks in place of quotation marks. They separate words here.
        List<Token> words = [];
        foreach (var symbol in ListParts.Symbols(list, findings))
            words.AddRange(symbol.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(word => new Token(word, symbol.Place)));

        if (words is not [{ Text: [var mark, .. var unmarked] } first, ..] || mark is not ('*' or '/'))
            return new AlternativesSyntax(default, list.Place);

        IEnumerable<Token> rest = words.Skip(1);
        if (unmarked.Length > 0) rest = rest.Prepend(new(unmarked, first.Place with { Column = first.Place.Column + 1, Length = first.Place.Length - 1 }));
        return mark == '*'
            ? new AlternativesSyntax(rest.ToEquatableArray(), list.Place)
            : new ClassReferenceSyntax(rest.ToEquatableArray(), list.Place);
    }
}
