using System.Text.Json;

namespace Eliza.Service.Contract;

/// <summary>How a contract writes its messages.</summary>
internal abstract class MessageForm
{
    /// <summary>What the content of a message is, for errors.</summary>
    public abstract string ContentKind { get; }

    /// <summary>Whether content may be a string too.</summary>
    public abstract bool TakesStrings { get; }

    /// <summary>Whether a list may hold items of another <c>type</c> than message, which are ignored.</summary>
    public abstract bool HasTypes { get; }

    /// <summary>Reads a role.</summary>
    /// <param name="reader">Stands on the value, which is a string.</param>
    /// <param name="param">The name to give in an error.</param>
    public abstract MessageRole ReadRole(in Utf8JsonReader reader, string param);

    /// <summary>Finds the text of a part; false if it is of another kind, such as an image.</summary>
    /// <param name="reader">Stands on the start of an object, and is moved to its end.</param>
    /// <param name="place">The message, for errors.</param>
    /// <param name="index">The place of the part in it.</param>
    /// <param name="text">Stands on the text, a string.</param>
    public abstract bool TryReadPart(ref Utf8JsonReader reader, MessagePlace place, int? index, out Utf8JsonReader text);
}

/// <summary>Who wrote a message, as far as it matters here.</summary>
internal enum MessageRole
{
    Skipped,
    System,
    User,
}
