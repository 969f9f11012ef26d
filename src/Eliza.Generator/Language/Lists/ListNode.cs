using Eliza.Runtime.Text;

namespace Eliza.Generator.Language.Lists;

/// <summary>An item of a list: a symbol, a number or another list.</summary>
internal abstract record ListNode(Place Place)
{
    /// <summary>The name for it in messages.</summary>
    public abstract string Description { get; }
}

/// <summary>A symbol. <paramref name="Text"/> is the folded form, <paramref name="Written"/> the form of the author.</summary>
internal sealed record SymbolNode(string Text, string Written, Place Place) : ListNode(Place)
{
    public override string Description => $"'{Written}'";

    public Token Token => new(Text, Place);

    /// <summary>Makes a node with the folded form, in which symbols are compared.</summary>
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
/// A list. <paramref name="FirstToken"/> and <paramref name="LastToken"/> are its parentheses. <paramref name="HoldsMargin"/>
/// is for an outermost list: whether it has another opening parenthesis at the start of a line, where rules begin.
/// </summary>
internal sealed record ListNodes(IReadOnlyList<ListNode> Items, int FirstToken, int LastToken, bool HoldsMargin, Place Place) : ListNode(Place)
{
    public override string Description => Items.Count == 0 ? "'()'" : "A list";

    /// <summary>Whether it has all its parentheses. If not, this was reported.</summary>
    public bool IsComplete { get; init; } = true;
}
