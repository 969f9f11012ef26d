using Eliza.Function.Json;

namespace Eliza.Function.Http;

/// <summary>The two forms in which Lambda takes a response: whole, as JSON, or as the prelude of a stream.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html</remarks>
internal static class ProxyResponse
{
    /// <summary>Writes <c>{"statusCode":…,"headers":{…},"body":"…","isBase64Encoded":false}</c>; a stream goes whole.</summary>
    public static void Write(Response response, JsonWriter json)
    {
        WriteHead(response, json);
        json.WriteString("body"u8, response.Body.Span);
        json.WriteBoolean("isBase64Encoded"u8, false);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>{"statusCode":…,"headers":{…}}</c>, after which eight NUL bytes and the raw body follow.</summary>
    public static void WritePrelude(Response response, JsonWriter json)
    {
        WriteHead(response, json);
        json.WriteEndObject();
    }

    private static void WriteHead(Response response, JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, response.Status);
        json.WriteStartObject("headers"u8);
        for (var i = 0; i < response.Headers.Count; i++)
            json.WriteLiteral(response.Headers[i].Json.Span);
        json.WriteEndObject();
    }
}
