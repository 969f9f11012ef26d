using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Function.Contract;

namespace Eliza.Function.Http;

/// <summary>What matters of an event of payload format 2.0. Whatever is null, absent or of another type counts as absent.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html</remarks>
internal ref struct HttpEvent
{
    private Utf8JsonReader _body;
    private bool _bodyIsBase64;
    private string? _rawPath;
    private string? _contextPath;
    private string? _sourceIp;
    private string? _legacySourceIp;

    public string Method { readonly get => field ?? ""; private set; }

    /// <summary>The decoded path, with the stage's name in front where the stage has one.</summary>
    public readonly string Path => _rawPath ?? _contextPath ?? "/";

    public string? Stage { get; private set; }

    public string? RequestId { get; private set; }

    /// <summary>The peer that reached AWS, which nobody can forge.</summary>
    public readonly string? SourceIp => _sourceIp ?? _legacySourceIp;

    public string? ForwardedFor { get; private set; }

    public string? Authorization { get; private set; }

    public string? XApiKey { get; private set; }

    public string? ApiKey { get; private set; }

    public string? ContentEncoding { get; private set; }

    /// <summary>Reads an event; false if it is not JSON or not an event of this kind.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out HttpEvent read)
    {
        var taken = default(HttpEvent);
        try
        {
            var reader = new Utf8JsonReader(Utf8.IsValid(json) ? JsonText.WithoutLoneSurrogates(json) : []);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                taken.ReadMember(ref reader);
            reader.Read();
            return taken.Method.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            read = taken;
        }
    }

    private void ReadMember(scoped ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("rawPath"u8))
            _rawPath = JsonText.TextOrNull(ref reader);
        else if (reader.ValueTextEquals("headers"u8))
            ReadHeaders(ref reader);
        else if (reader.ValueTextEquals("requestContext"u8))
            ReadContext(ref reader);
        else if (reader.ValueTextEquals("body"u8))
            _body = JsonText.Keep(ref reader);
        else if (reader.ValueTextEquals("isBase64Encoded"u8))
            _bodyIsBase64 = IsTrue(ref reader);
        else
            reader.Skip();
    }

    private static bool IsTrue(ref Utf8JsonReader reader)
    {
        reader.Read();
        var isTrue = reader.TokenType == JsonTokenType.True;
        reader.Skip();
        return isTrue;
    }

    private static bool EnterObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    private void ReadHeaders(ref Utf8JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // The gateway sends names in lower case; events that people write by hand may not.
            var name = reader.ValueSpan;
            if (Ascii.EqualsIgnoreCase(name, "authorization"u8))
                Authorization = JsonText.TextOrNull(ref reader);
            else if (Ascii.EqualsIgnoreCase(name, "x-api-key"u8))
                XApiKey = JsonText.TextOrNull(ref reader);
            else if (Ascii.EqualsIgnoreCase(name, "api-key"u8))
                ApiKey = JsonText.TextOrNull(ref reader);
            else if (Ascii.EqualsIgnoreCase(name, "x-forwarded-for"u8))
                ForwardedFor = JsonText.TextOrNull(ref reader);
            else if (Ascii.EqualsIgnoreCase(name, "content-encoding"u8))
                ContentEncoding = JsonText.TextOrNull(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadContext(ref Utf8JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("http"u8))
                ReadHttp(ref reader);
            else if (reader.ValueTextEquals("identity"u8))
                ReadIdentity(ref reader);
            else if (reader.ValueTextEquals("requestId"u8))
                RequestId = JsonText.TextOrNull(ref reader);
            else if (reader.ValueTextEquals("stage"u8))
                Stage = JsonText.TextOrNull(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadHttp(ref Utf8JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("method"u8))
                Method = JsonText.TextOrNull(ref reader) ?? "";
            else if (reader.ValueTextEquals("path"u8))
                _contextPath = JsonText.TextOrNull(ref reader);
            else if (reader.ValueTextEquals("sourceIp"u8))
                _sourceIp = JsonText.TextOrNull(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadIdentity(ref Utf8JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("sourceIp"u8))
                _legacySourceIp = JsonText.TextOrNull(ref reader);
            else
                reader.Skip();
        }
    }

    /// <summary>The bytes of the body, empty if there is none. The content type is not asked: curl's is often wrong.</summary>
    /// <exception cref="ApiException">The event says base64, and it is none.</exception>
    public readonly ReadOnlySpan<byte> DecodeBody()
    {
        if (_body.TokenType != JsonTokenType.String)
            return [];
        if (_bodyIsBase64)
            return _body.TryGetBytesFromBase64(out var decoded) ? decoded : throw new ApiException(ApiError.InvalidBase64);
        var body = new byte[_body.ValueSpan.Length]; // unescaping only shortens
        return body.AsSpan(0, _body.CopyString(body));
    }
}
