using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Eliza.Function.Contract;
using Eliza.Function.Json;

namespace Eliza.Function.Http;

/// <summary>What matters of an event of payload format 2.0. Whatever is null, absent or of another type counts as absent.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html</remarks>
internal struct HttpEvent
{
    private ArraySegment<byte> _body;
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

    /// <summary>Reads an event.</summary>
    /// <param name="json">The event.</param>
    /// <param name="room">Takes the body; at least as long as the event.</param>
    /// <param name="read">What was read, even if that is not all.</param>
    /// <returns>False if it is not JSON or not an event of this kind.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, byte[] room, out HttpEvent read)
    {
        read = default;
        try
        {
            var reader = new JsonReader(Utf8.IsValid(json) ? json : []);
            if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
                return false;
            while (reader.ReadName())
                read.ReadMember(ref reader, room);
            reader.Read();
            return read.Method.Length > 0;
        }
        catch (MalformedJsonException)
        {
            return false;
        }
    }

    private void ReadMember(ref JsonReader reader, byte[] room)
    {
        if (reader.ValueTextEquals("rawPath"u8))
            _rawPath = reader.ReadTextOrNull();
        else if (reader.ValueTextEquals("headers"u8))
            ReadHeaders(ref reader);
        else if (reader.ValueTextEquals("requestContext"u8))
            ReadContext(ref reader);
        else if (reader.ValueTextEquals("body"u8))
            _body = reader.TryReadText(room, out var length) ? new ArraySegment<byte>(room, 0, length) : default;
        else if (reader.ValueTextEquals("isBase64Encoded"u8))
            _bodyIsBase64 = IsTrue(ref reader);
        else
            reader.Skip();
    }

    private static bool IsTrue(ref JsonReader reader)
    {
        reader.Read();
        var isTrue = reader.TokenType == JsonToken.True;
        reader.Skip();
        return isTrue;
    }

    private static bool EnterObject(ref JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonToken.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    private void ReadHeaders(ref JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.ReadName())
        {
            // The gateway sends names in lower case; events that people write by hand may not.
            var name = reader.ValueSpan;
            if (Is(name, "authorization"u8))
                Authorization = reader.ReadTextOrNull();
            else if (Is(name, "x-api-key"u8))
                XApiKey = reader.ReadTextOrNull();
            else if (Is(name, "api-key"u8))
                ApiKey = reader.ReadTextOrNull();
            else if (Is(name, "x-forwarded-for"u8))
                ForwardedFor = reader.ReadTextOrNull();
            else if (Is(name, "content-encoding"u8))
                ContentEncoding = reader.ReadTextOrNull();
            else
                reader.Skip();
        }
    }

    // Most names differ in their length already, or their last letter.
    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected) =>
        name.Length == expected.Length && (name[^1] | 0x20) == expected[^1] && Ascii.EqualsIgnoreCase(name, expected);

    private void ReadContext(ref JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("http"u8))
                ReadHttp(ref reader);
            else if (reader.ValueTextEquals("identity"u8))
                ReadIdentity(ref reader);
            else if (reader.ValueTextEquals("requestId"u8))
                RequestId = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("stage"u8))
                Stage = reader.ReadTextOrNull();
            else
                reader.Skip();
        }
    }

    private void ReadHttp(ref JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("method"u8))
                Method = reader.ReadTextOrNull() ?? "";
            else if (_rawPath is null && reader.ValueTextEquals("path"u8))
                _contextPath = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("sourceIp"u8))
                _sourceIp = reader.ReadTextOrNull();
            else
                reader.Skip();
        }
    }

    private void ReadIdentity(ref JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("sourceIp"u8))
                _legacySourceIp = reader.ReadTextOrNull();
            else
                reader.Skip();
        }
    }

    /// <summary>The bytes of the body, empty if there is none. The content type is not asked: curl's is often wrong.</summary>
    /// <exception cref="ApiException">The event says base64, and it is none.</exception>
    public readonly ReadOnlySpan<byte> DecodeBody()
    {
        if (!_bodyIsBase64)
            return _body;
        return Base64.DecodeFromUtf8InPlace(_body, out var length) == OperationStatus.Done
            ? _body[..length]
            : throw new ApiException(ApiError.InvalidBase64);
    }
}
