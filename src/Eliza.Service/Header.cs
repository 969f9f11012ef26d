namespace Eliza.Service;

/// <summary>A header of a request or a response.</summary>
/// <param name="Name">The name, in lower case in a response.</param>
/// <param name="Value">The value.</param>
public readonly record struct Header(string Name, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Value}";
}
