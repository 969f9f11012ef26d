using System.Buffers;
using Eliza.Service.Bedrock;

namespace Eliza.Service.Http;

/// <summary>Lets pages of any origin call the service. The key decides who may call, not the origin.</summary>
internal static class Cors
{
    private const int MostAsked = 4096;

    private static readonly SearchValues<char> ListCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~, ");

    // For a preflight that names no headers. A "*" would not cover Authorization. OpenAI's JavaScript client sends the x-stainless
    // headers, AWS's client the amz- and x-amz- headers.
    private const string UsualHeaders =
        "authorization, content-type, x-api-key, api-key, x-request-id, openai-beta, openai-organization, openai-project, "
        + "x-stainless-arch, x-stainless-async, x-stainless-custom-poll-interval, x-stainless-helper-method, x-stainless-lang, "
        + "x-stainless-os, x-stainless-package-version, x-stainless-poll-helper, x-stainless-retry-count, x-stainless-runtime, "
        + "x-stainless-runtime-version, x-stainless-timeout";

    private const string BedrockHeaders =
        "authorization, content-type, x-api-key, api-key, x-request-id, amz-sdk-invocation-id, amz-sdk-request, x-amz-user-agent, x-amz-date, "
        + "x-amz-content-sha256, x-amz-security-token, x-amzn-bedrock-accept";

    private static readonly Header AllowedOrigin = new("access-control-allow-origin", "*");

    private static readonly Header ExposedHeaders = new("access-control-expose-headers", "x-request-id, retry-after");

    private static readonly Header BedrockExposedHeaders = new("access-control-expose-headers", "x-request-id, x-amzn-requestid, x-amzn-errortype, retry-after");

    /// <summary>Adds the headers that every response needs. Without them on an error, a page cannot read the error.</summary>
    public static void AddTo(Response response, bool isBedrocks)
    {
        response.AddHeader(AllowedOrigin);
        response.AddHeader(isBedrocks ? BedrockExposedHeaders : ExposedHeaders);
    }

    /// <summary>Answers a preflight, in which a browser asks whether it may send a request.</summary>
    public static void WritePreflight(Request request, Response response)
    {
        response.Status = 204;
        response.AddHeader("access-control-allow-methods", "GET, POST, OPTIONS");
        response.AddHeader("access-control-allow-headers", request.Headers["access-control-request-headers"] is { } asked && IsList(asked) ? asked
            : BedrockRoutes.Owns(request.Path) ? BedrockHeaders : UsualHeaders);
        response.AddHeader("access-control-max-age", "86400");
    }

    // Header names by RFC 9110, with separators. They are checked because they are sent back in a header.
    private static bool IsList(string names) =>
        names.Length is > 0 and <= MostAsked && names.AsSpan().Trim() is { IsEmpty: false } && !names.AsSpan().ContainsAnyExcept(ListCharacters);
}
