using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Unicode;

namespace Eliza.Local.Serving;

/// <summary>Writes the event that API Gateway would make of a request.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html</remarks>
internal static class GatewayEvent
{
    private const string Route = "$default";

    public static ReadOnlySpan<byte> Of(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var request = context.Request;
        var peer = PeerOf(context);
        var path = PathOf(request);
        var output = new ArrayBufferWriter<byte>(1024 + (2 * body.Length));
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("routeKey", Route);
        json.WriteString("rawPath", path);
        json.WriteString("rawQueryString", request.QueryString.Value is ['?', .. var query] ? query : "");
        WriteCookies(json, request);
        WriteHeaders(json, request, peer);
        WriteContext(json, request, path, peer);
        WriteBody(json, request.ContentType, body.Span);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenSpan;
    }

    // Kestrel leaves %2F alone; the gateway decodes everything.
    private static string PathOf(HttpRequest request) =>
        request.Path.HasValue ? request.Path.Value!.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase) : "/";

    private static string PeerOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        IPAddress address => address.ToString(),
    };

    private static void WriteCookies(Utf8JsonWriter json, HttpRequest request)
    {
        if (request.Headers.Cookie.Count == 0)
            return;
        json.WriteStartArray("cookies");
        foreach (var cookie in string.Join(';', (IEnumerable<string?>)request.Headers.Cookie)
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteStringValue(cookie);
        }
        json.WriteEndArray();
    }

    private static void WriteHeaders(Utf8JsonWriter json, HttpRequest request, string peer)
    {
        json.WriteStartObject("headers");
        foreach (var (name, values) in request.Headers)
        {
            if (!name.Equals("cookie", StringComparison.OrdinalIgnoreCase) && !name.Equals("x-forwarded-for", StringComparison.OrdinalIgnoreCase))
                json.WriteString(name.ToLowerInvariant(), string.Join(',', (IEnumerable<string?>)values));
        }
        json.WriteString("x-forwarded-for", string.Join(", ", [.. request.Headers["X-Forwarded-For"], peer]));
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, HttpRequest request, string path, string peer)
    {
        var now = DateTimeOffset.UtcNow;
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", "anonymous");
        json.WriteString("apiId", "local");
        json.WriteString("domainName", request.Host.Value);
        json.WriteStartObject("http");
        json.WriteString("method", request.Method);
        json.WriteString("path", path);
        json.WriteString("protocol", request.Protocol);
        json.WriteString("sourceIp", peer);
        json.WriteString("userAgent", request.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("requestId", Guid.NewGuid().ToString("N"));
        json.WriteString("routeKey", Route);
        json.WriteString("stage", Route);
        json.WriteString("time", now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch", now.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string? contentType, ReadOnlySpan<byte> body)
    {
        var isText = IsText(contentType) && Utf8.IsValid(body);
        if (!body.IsEmpty && isText)
            json.WriteString("body", body);
        else if (!body.IsEmpty)
            json.WriteBase64String("body", body);
        json.WriteBoolean("isBase64Encoded", !body.IsEmpty && !isText);
    }

    // Measured on AWS; everything else arrives as base64, a body without a type too.
    private static bool IsText(string? contentType)
    {
        var type = contentType.AsSpan();
        type = (type.IndexOf(';') is >= 0 and var end ? type[..end] : type).Trim();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/javascript", StringComparison.OrdinalIgnoreCase);
    }
}
