namespace Eliza.Service.Contract;

/// <summary>Where a message stands, for errors. Their text is made only when one occurs.</summary>
/// <param name="Param">The list.</param>
/// <param name="Index">The place in it.</param>
internal readonly record struct MessagePlace(string Param, int Index)
{
    public string Name => $"{Param}{ApiError.At(Index)}";

    public string Role => $"{Name}.role";

    public string Content => $"{Name}.content";

    /// <summary>A part of the content; null is the message itself, where a list of messages has nothing but parts.</summary>
    public string Part(int? index) => index is { } part ? $"{Content}{ApiError.At(part)}" : Name;
}
