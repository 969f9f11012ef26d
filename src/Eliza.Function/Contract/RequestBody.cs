using System.Text.Unicode;
using Eliza.Function.Http;
using Eliza.Function.Json;

namespace Eliza.Function.Contract;

/// <summary>The body of a POST: JSON in UTF-8, an object, not too deep.</summary>
internal static class RequestBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text of the body.</summary>
    /// <exception cref="ApiException">The body is empty, too large, or not UTF-8.</exception>
    public static ReadOnlySpan<byte> Read(in HttpEvent request)
    {
        if (request.ContentEncoding is { } encoding && !encoding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new ApiException(ApiError.UnknownEncoding);
        var body = request.DecodeBody();
        if (body.Length > Limits.BodyBytes)
            throw new ApiException(ApiError.BodyTooLarge);
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        if (body.IsEmpty)
            throw new ApiException(ApiError.EmptyBody);
        return Utf8.IsValid(body) ? body : throw new ApiException(ApiError.InvalidUtf8);
    }

    /// <summary>A reader that has entered the object.</summary>
    /// <exception cref="MalformedJsonException">The body starts otherwise than JSON does.</exception>
    /// <exception cref="ApiException">The body is no object.</exception>
    public static JsonReader Enter(ReadOnlySpan<byte> body)
    {
        var reader = new JsonReader(body);
        reader.Read();
        if (reader.TokenType == JsonToken.StartObject)
            return reader;
        reader.Skip();
        reader.Read();
        throw new ApiException(ApiError.NotAnObject);
    }

    /// <summary>Moves to the next member of the object; false at its end.</summary>
    /// <exception cref="MalformedJsonException">More than white space follows the object, or it is not JSON.</exception>
    public static bool NextMember(ref JsonReader reader)
    {
        if (reader.ReadName())
            return true;
        reader.Read();
        return false;
    }

    /// <summary>What to say of a body at which a reader failed.</summary>
    public static ApiError Fault(ReadOnlySpan<byte> body, MalformedJsonException fault)
    {
        if (fault.IsTooDeep)
            return ApiError.TooDeep;
        var before = body[..fault.Position];
        return ApiError.InvalidJson(before.Count((byte)'\n'), fault.Position - (before.LastIndexOf((byte)'\n') + 1));
    }

    /// <summary>Passes an object whose members mean nothing here.</summary>
    /// <exception cref="ApiException">It is not an object.</exception>
    public static void RequireObject(ref JsonReader reader, string param)
    {
        if (JsonValue.EnterObject(ref reader, param))
            reader.Skip();
    }
}
