namespace Eliza.Service.Contract;

/// <summary>The place of a message, for errors. Its text is made only for an error.</summary>
/// <param name="Param">The list of messages.</param>
/// <param name="Index">The index in the list.</param>
internal readonly record struct MessagePlace(string Param, int Index)
{
    public string Name => $"{Param}{ApiError.At(Index)}";

    public string Role => $"{Name}.role";

    public string Content => $"{Name}.content";

    /// <summary>A part of the content. Null means the message itself, for lists whose items are parts.</summary>
    public string Part(int? index) => index is { } part ? $"{Content}{ApiError.At(part)}" : Name;
}
