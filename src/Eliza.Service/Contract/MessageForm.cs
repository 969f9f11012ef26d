using System.Text.Json;

namespace Eliza.Service.Contract;

/// <summary>The form of messages in a contract.</summary>
internal abstract class MessageForm
{
    /// <summary>A description of valid content, for errors.</summary>
    public abstract string ContentKind { get; }

    /// <summary>Whether content may also be a string.</summary>
    public abstract bool TakesStrings { get; }

    /// <summary>Whether a list may have items that are no messages. Their <c>type</c> tells, and they are ignored.</summary>
    public abstract bool HasTypes { get; }

    /// <summary>Reads a role.</summary>
    /// <param name="reader">Is at the value, which is a string.</param>
    /// <param name="param">The name for an error.</param>
    public abstract MessageRole ReadRole(in Utf8JsonReader reader, string param);

    /// <summary>Finds the text of a part; false if the part is of another kind, such as an image.</summary>
    /// <param name="reader">Is at the start of an object, and is moved to its end.</param>
    /// <param name="place">The message, for errors.</param>
    /// <param name="index">The index of the part in the message.</param>
    /// <param name="text">Is at the text, a string.</param>
    public abstract bool TryReadPart(ref Utf8JsonReader reader, MessagePlace place, int? index, out Utf8JsonReader text);
}
