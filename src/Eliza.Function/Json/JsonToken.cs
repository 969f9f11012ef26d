namespace Eliza.Function.Json;

/// <summary>What a <see cref="JsonReader"/> stands on; the names are those of .NET's <c>JsonTokenType</c>.</summary>
internal enum JsonToken
{
    /// <summary>Nothing was read yet.</summary>
    None,
    StartObject,
    EndObject,
    StartArray,
    EndArray,
    PropertyName,
    String,
    Number,
    True,
    False,
    Null,
}
