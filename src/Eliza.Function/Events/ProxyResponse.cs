using System.Text.Json;
using Eliza.Service;

namespace Eliza.Function.Events;

/// <summary>The two forms in which Lambda takes a response: whole as JSON, or as a prelude and a stream.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html</remarks>
internal static class ProxyResponse
{
    /// <summary>Writes <c>{"statusCode":…,"headers":{…},"body":"…","isBase64Encoded":false}</c>,
    /// with a streamed response as a whole. Binary bodies are in base64.</summary>
    public static void Write(Response response, Utf8JsonWriter json)
    {
        WriteHead(response, json);
        if (response.IsBinary)
            json.WriteBase64String("body"u8, response.Body.Span);
        else
            json.WriteString("body"u8, response.Body.Span);
        json.WriteBoolean("isBase64Encoded"u8, response.IsBinary);
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Writes <c>{"statusCode":…,"headers":{…}}</c>. Eight NUL bytes and the raw body follow it.</summary>
    public static void WritePrelude(Response response, Utf8JsonWriter json)
    {
        WriteHead(response, json);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteHead(Response response, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, response.Status);
        json.WriteStartObject("headers"u8);
        foreach (var header in response.Headers)
            json.WriteString(header.Name, header.Value);
        json.WriteEndObject();
    }
}
