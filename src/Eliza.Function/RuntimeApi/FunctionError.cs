using System.Buffers;
using System.Text.Json;

namespace Eliza.Function.RuntimeApi;

/// <summary>Tells the Runtime API that an invocation or the start of the function failed. The caller of <c>Invoke</c> sees it.</summary>
/// <param name="Type">The kind of error, as <c>category.reason</c>.</param>
/// <param name="Message">What went wrong and, if known, what to do about it.</param>
internal sealed record FunctionError(string Type, string Message)
{
    /// <summary>The error for an exception.</summary>
    public static FunctionError From(Exception exception) => new($"Function.{exception.GetType().Name}", exception.Message);

    /// <summary>The error in the form of <c>application/vnd.aws.lambda.error+json</c>.</summary>
    public byte[] ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("errorMessage"u8, Message);
        json.WriteString("errorType"u8, Type);
        json.WriteStartArray("stackTrace"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
