using System.Text.Json;

namespace Eliza.Function.Tests.Support;

/// <summary>Events in the form of AWS.</summary>
internal static class SampleEvents
{
    public const string HttpApi = "abcdefghij.execute-api.us-east-1.amazonaws.com";
    public const string FunctionUrl = "abcdefghijklmnop.lambda-url.us-east-1.on.aws";

    public static string Chat(string line, bool stream = false, string domain = HttpApi, string? key = null) => Post(
        JsonSerializer.Serialize(new { model = "doctor", stream, messages = new[] { new { role = "user", content = line } } }), domain, key);

    public static string Converse(string line, string operation, string domain = HttpApi, string? key = null) => Post(
        JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = new[] { new { text = line } } } } }), domain, key, $"/model/eliza.doctor-v1:0/{operation}");

    public static string Post(string body, string domain = HttpApi, string? key = null, string path = "/v1/chat/completions") => JsonSerializer.Serialize(new
    {
        version = "2.0",
        routeKey = "$default",
        rawPath = path,
        rawQueryString = "",
        headers = new Dictionary<string, string>
        {
            ["content-type"] = "application/json",
            ["authorization"] = key is null ? "" : $"Bearer {key}",
            ["x-forwarded-for"] = "203.0.113.7",
        },
        requestContext = new
        {
            accountId = "123456789012",
            apiId = "abcdefghij",
            authorizer = (object?)null,
            domainName = domain,
            http = new { method = "POST", path, protocol = "HTTP/1.1", sourceIp = "203.0.113.7", userAgent = "test" },
            requestId = "JKJaXmPLvHcESHA=",
            stage = "$default",
        },
        body,
        isBase64Encoded = false,
    });
}
