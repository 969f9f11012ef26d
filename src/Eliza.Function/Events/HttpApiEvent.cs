using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Eliza.Service;
using Eliza.Service.Contract;
using Eliza.Service.Json;

namespace Eliza.Function.Events;

/// <summary>
/// An event of payload format 2.0, which HTTP APIs and Function URLs send. A member that is null or of another type counts as
/// absent.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html</remarks>
internal sealed class HttpApiEvent
{
    private const int EscapeLength = 6; // \u0041

    private readonly ReadOnlyMemory<byte> _json;
    private readonly List<Header> _headers = [];
    private readonly int? _body; // where its value begins
    private readonly bool _bodyIsBase64;
    private string? _method;
    private readonly string? _rawPath;
    private string? _contextPath;
    private readonly string? _query;
    private string? _stage;
    private string? _requestId;
    private string? _sourceIp;
    private string? _legacySourceIp;
    private string _domain = "";

    private HttpApiEvent(ReadOnlyMemory<byte> json)
    {
        _json = json;
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("rawPath"u8))
                _rawPath = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("rawQueryString"u8))
                _query = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("headers"u8))
                ReadHeaders(ref reader);
            else if (reader.ValueTextEquals("requestContext"u8))
                ReadContext(ref reader);
            else if (reader.ValueTextEquals("body"u8))
                _body = ReadPlace(ref reader);
            else if (reader.ValueTextEquals("isBase64Encoded"u8))
                _bodyIsBase64 = ReadBoolean(ref reader);
            else
                reader.Skip();
        }
        reader.Read();
    }

    /// <summary>Whether a Function URL sent it. A Function URL can stream every answer, an HTTP API none.</summary>
    /// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html</remarks>
    public bool IsOfFunctionUrl => _domain.Contains(".lambda-url.", StringComparison.Ordinal);

    /// <summary>Reads an event.</summary>
    /// <returns>False if it is not JSON or not an event of this kind.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out HttpApiEvent? read)
    {
        read = null;
        try
        {
            if (!Utf8.IsValid(json.Span))
                return false;
            read = Read(json);
            return !string.IsNullOrEmpty(read._method);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Almost no event has half of a surrogate pair outside its body. So an event is copied only if it has one.
    private static HttpApiEvent Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return new HttpApiEvent(json);
        }
        catch (InvalidOperationException)
        {
            return new HttpApiEvent(LoneSurrogates.Replace(json.Span).ToArray());
        }
    }

    /// <summary>The HTTP request in the event.</summary>
    public Request ToRequest()
    {
        var request = new Request(_method!, FindPath())
        {
            Query = _query ?? "",
            Peer = _sourceIp ?? _legacySourceIp,
            Id = _requestId,
        };
        foreach (var header in _headers)
            request.Headers.Add(header.Name, header.Value);
        return request;
    }

    /// <summary>The bytes of the body, empty if there is none. The content type is ignored, because curl's is often wrong.</summary>
    /// <param name="room">A buffer for the bytes. The caller returns it to the shared pool.</param>
    /// <exception cref="ApiException">The body is too large (checked before it is copied), or its coding is not the one that the event names.</exception>
    public ReadOnlySpan<byte> DecodeBody(ref byte[] room)
    {
        if (_body is not { } place)
            return [];
        var reader = new Utf8JsonReader(_json.Span[place..], isFinalBlock: false, default);
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            return [];
        var atLeast = LeastLength(reader.ValueSpan);
        if ((_bodyIsBase64 ? (atLeast / 4 * 3) - 2 : atLeast) > Limits.BodyBytes)
            throw new ApiException(ApiError.BodyTooLarge);
        room = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        var body = room.AsSpan(0, Unescape(reader, place, room));
        if (!_bodyIsBase64)
            return body;
        return Base64.DecodeFromUtf8InPlace(body, out var length) == OperationStatus.Done
            ? body[..length]
            : throw new ApiException(ApiError.InvalidBase64);
    }

    private int Unescape(in Utf8JsonReader text, int place, Span<byte> room)
    {
        try
        {
            return text.CopyString(room);
        }
        catch (InvalidOperationException)
        {
            // It has half of a surrogate pair.
            var reader = new Utf8JsonReader(LoneSurrogates.Replace(_json.Span.Slice(place, (int)text.BytesConsumed)));
            reader.Read();
            return reader.CopyString(room);
        }
    }

    // The length of a string with escapes if each escape were one byte.
    private static int LeastLength(ReadOnlySpan<byte> escaped)
    {
        var length = 0;
        for (var i = 0; i < escaped.Length; length++)
            i += escaped[i] != '\\' ? 1 : escaped[i + 1] == 'u' ? EscapeLength : 2;
        return length;
    }

    // A Function URL gives the path as it was sent; an HTTP API decodes it. An HTTP API puts its stage in front of the path. If it has a
    // domain of its own, it puts the key of the API mapping there instead, and the event does not tell that key.
    private string FindPath()
    {
        var path = _rawPath ?? _contextPath ?? "/";
        if (IsOfFunctionUrl)
            path = Uri.UnescapeDataString(path);
        if (ElizaService.Serves(path))
            return path;
        if (!string.IsNullOrEmpty(_stage) && path.StartsWith($"/{_stage}", StringComparison.Ordinal)
            && path[(1 + _stage.Length)..] is var behindStage && behindStage is "" or ['/', ..] && ElizaService.Serves(behindStage))
            return behindStage;
        if (_domain.Length == 0 || IsOfFunctionUrl || _domain.Contains(".execute-api.", StringComparison.Ordinal))
            return path;
        for (var slash = path.IndexOf('/', Math.Min(1, path.Length)); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (ElizaService.Serves(path[slash..]))
                return path[slash..];
        }
        return path;
    }

    private void ReadHeaders(ref Utf8JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.ReadName())
        {
            var name = reader.GetString()!;
            if (reader.ReadTextOrNull() is { } value)
                _headers.Add(new(name, value));
        }
    }

    private void ReadContext(ref Utf8JsonReader reader)
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
                _requestId = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("stage"u8))
                _stage = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("domainName"u8))
                _domain = reader.ReadTextOrNull() ?? "";
            else
                reader.Skip();
        }
    }

    private void ReadHttp(ref Utf8JsonReader reader)
    {
        if (!EnterObject(ref reader))
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("method"u8))
                _method = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("path"u8))
                _contextPath = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("sourceIp"u8))
                _sourceIp = reader.ReadTextOrNull();
            else
                reader.Skip();
        }
    }

    private void ReadIdentity(ref Utf8JsonReader reader)
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

    private static bool ReadBoolean(ref Utf8JsonReader reader)
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

    private static int ReadPlace(ref Utf8JsonReader reader)
    {
        reader.Read();
        var place = (int)reader.TokenStartIndex;
        reader.Skip();
        return place;
    }
}
