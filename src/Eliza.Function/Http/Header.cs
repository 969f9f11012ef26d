using Eliza.Function.Json;

namespace Eliza.Function.Http;

/// <summary>One header of a response, the name in lower case.</summary>
/// <param name="name">The name.</param>
/// <param name="value">The value.</param>
public sealed class Header(string name, string value)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public string Value { get; } = value;

    /// <summary>The member of a JSON object that it is: most headers are the same in every response.</summary>
    internal ReadOnlyMemory<byte> Json { get; } = ToJson(name, value);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Value}";

    private static ReadOnlyMemory<byte> ToJson(string name, string value)
    {
        var json = new JsonWriter(128);
        json.WriteString(name, value);
        return json.Written;
    }
}
