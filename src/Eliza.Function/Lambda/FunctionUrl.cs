using Eliza.Function.Json;

namespace Eliza.Function.Lambda;

/// <summary>
/// Tells the events of a Function URL from those of an HTTP API, which have the same form: both may call the same function,
/// but only a Function URL understands a streamed answer. An HTTP API would hand its client the framing as well.
/// </summary>
internal static class FunctionUrl
{
    /// <summary>Whether <c>requestContext.domainName</c> is <c>&lt;id&gt;.lambda-url.&lt;region&gt;.on.aws</c>.</summary>
    /// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html</remarks>
    public static bool IsSourceOf(ReadOnlySpan<byte> eventJson)
    {
        var reader = new JsonReader(eventJson);
        return MoveTo(ref reader, "requestContext"u8)
            && MoveTo(ref reader, "domainName"u8)
            && reader.TokenType == JsonToken.String
            && reader.ValueSpan.IndexOf(".lambda-url."u8) > 0;
    }

    // From before an object to the value of one of its members.
    private static bool MoveTo(ref JsonReader reader, ReadOnlySpan<byte> member)
    {
        if (reader.TokenType == JsonToken.None)
            reader.Read();
        if (reader.TokenType != JsonToken.StartObject)
            return false;
        while (reader.ReadName())
        {
            bool found = reader.ValueTextEquals(member);
            reader.Read();
            if (found)
                return true;
            reader.Skip();
        }
        return false;
    }
}
