using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Service.Json;

namespace Eliza.Service.Contract;

/// <summary>The body of a POST: a JSON object in UTF-8 with a limited depth.</summary>
internal static class RequestBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Checks the headers of a request with a body.</summary>
    /// <exception cref="ApiException">The body is compressed or too large.</exception>
    public static void Judge(Request request)
    {
        if (request.Headers["content-encoding"] is { } encoding && !encoding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new ApiException(ApiError.UnknownEncoding);
        if (long.TryParse(request.Headers["content-length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > Limits.BodyBytes)
            throw new ApiException(ApiError.BodyTooLarge);
    }

    /// <summary>The text of a body.</summary>
    /// <exception cref="ApiException">The body is empty, too large, or not UTF-8.</exception>
    public static ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> body)
    {
        if (body.Length > Limits.BodyBytes)
            throw new ApiException(ApiError.BodyTooLarge);
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        if (body.IsEmpty)
            throw new ApiException(ApiError.EmptyBody);
        return Utf8.IsValid(body) ? LoneSurrogates.Replace(body) : throw new ApiException(ApiError.InvalidUtf8);
    }

    /// <summary>A reader that has entered the object.</summary>
    /// <exception cref="JsonException">The body does not begin like JSON.</exception>
    /// <exception cref="ApiException">The body is not an object.</exception>
    public static Utf8JsonReader Enter(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Limits.JsonLevels });
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return reader;
        reader.Skip();
        reader.Read();
        throw new ApiException(ApiError.NotAnObject);
    }

    /// <summary>Moves to the next member of the object; false at its end.</summary>
    /// <exception cref="JsonException">The body is not JSON, or something other than white space follows the object.</exception>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        if (reader.ReadName())
            return true;
        reader.Read();
        return false;
    }

    /// <summary>The error for a body that the reader could not read.</summary>
    public static ApiError Fault(ReadOnlySpan<byte> body)
    {
        // Reads as if more could follow, so that a body that ends too early is valid up to its end.
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new(new JsonReaderOptions { MaxDepth = Limits.JsonLevels + 1 }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == Limits.JsonLevels && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    return ApiError.TooDeep;
            }
        }
        catch (JsonException fault)
        {
            return ApiError.InvalidJson(fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
        }
        return ApiError.InvalidJson(body.Count((byte)'\n'), body.Length - (body.LastIndexOf((byte)'\n') + 1));
    }

    /// <summary>Skips an object whose members are not used.</summary>
    /// <exception cref="ApiException">It is not an object.</exception>
    public static void RequireObject(ref Utf8JsonReader reader, string param)
    {
        if (JsonValue.EnterObject(ref reader, param))
            reader.Skip();
    }
}
