using System.Text.Json;
using System.Text.Unicode;
using Eliza.Function.Http;

namespace Eliza.Function.Contract;

/// <summary>The body of a POST, checked so far that it can be read without fear: UTF-8, JSON, an object, not too deep.</summary>
internal static class RequestBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the body.</summary>
    /// <exception cref="ApiException">The body is not such an object.</exception>
    public static ReadOnlySpan<byte> Read(in HttpEvent request)
    {
        if (request.ContentEncoding is { } encoding && !encoding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new ApiException(ApiError.UnknownEncoding);
        ReadOnlySpan<byte> body = request.DecodeBody();
        if (body.Length > Limits.BodyBytes)
            throw new ApiException(ApiError.BodyTooLarge);
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        if (body.IsEmpty)
            throw new ApiException(ApiError.EmptyBody);
        if (!Utf8.IsValid(body))
            throw new ApiException(ApiError.InvalidUtf8);
        body = JsonText.WithoutLoneSurrogates(body);
        try
        {
            if (JsonText.Depth(body) > Limits.JsonLevels)
                throw new ApiException(ApiError.TooDeep);
        }
        catch (JsonException e)
        {
            throw new ApiException(ApiError.InvalidJson(e.LineNumber ?? 0, e.BytePositionInLine ?? 0));
        }
        return body.TrimStart(" \t\r\n"u8)[0] == '{' ? body : throw new ApiException(ApiError.NotAnObject);
    }

    /// <summary>A reader that has entered the object.</summary>
    public static Utf8JsonReader Enter(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        return reader;
    }

    /// <summary>Passes an object whose members mean nothing here.</summary>
    /// <exception cref="ApiException">It is not an object.</exception>
    public static void RequireObject(ref Utf8JsonReader reader, string param)
    {
        if (JsonValue.EnterObject(ref reader, param))
            reader.Skip();
    }
}
