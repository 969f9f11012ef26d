using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Lists;

/// <summary>An item of a list: a symbol, a number or another list.</summary>
internal abstract record ListNode(Place Place)
{
    /// <summary>How a message speaks of it.</summary>
    public abstract string Description { get; }
}

/// <summary>A symbol, <paramref name="Text"/> folded and <paramref name="Written"/> as its author wrote it.</summary>
internal sealed record SymbolNode(string Text, string Written, Place Place) : ListNode(Place)
{
    public override string Description => $"'{Written}'";

    public Token Token => new(Text, Place);

    /// <summary>Makes the node of a symbol, which is compared in folded form.</summary>
    public static SymbolNode Of(string written, Place place)
    {
        Span<char> folded = new char[written.Length * ListText.MaxExpansion];
        return new(folded.Slice(0, ListText.Fold(written.AsSpan(), folded)).ToString(), written, place);
    }
}

/// <summary>A run of digits.</summary>
internal sealed record NumberNode(string Digits, Place Place) : ListNode(Place)
{
    public override string Description => $"The number '{Digits}'";
}

/// <summary>
/// A list. <paramref name="FirstToken"/> and <paramref name="LastToken"/> are its parentheses;
/// <paramref name="HoldsMargin"/> tells of an outermost list that a parenthesis inside stands at the beginning of a
/// line, where rules begin.
/// </summary>
internal sealed record ListNodes(IReadOnlyList<ListNode> Items, int FirstToken, int LastToken, bool HoldsMargin, Place Place) : ListNode(Place)
{
    public override string Description => Items.Count == 0 ? "'()'" : "A list";

    /// <summary>Whether its parentheses are all there; if not, that is reported already.</summary>
    public bool IsComplete { get; init; } = true;
}
