namespace Eliza.Function.Http;

/// <summary>What lets pages of any origin call: the key, not the origin, says who may.</summary>
internal static class Cors
{
    // A "*" would not cover Authorization. The x-stainless headers are those of OpenAI's JavaScript client.
    private const string AllowedHeaders =
        "authorization, content-type, x-api-key, api-key, x-request-id, openai-beta, openai-organization, openai-project, "
        + "x-stainless-arch, x-stainless-async, x-stainless-custom-poll-interval, x-stainless-helper-method, x-stainless-lang, "
        + "x-stainless-os, x-stainless-package-version, x-stainless-poll-helper, x-stainless-retry-count, x-stainless-runtime, "
        + "x-stainless-runtime-version, x-stainless-timeout";

    private static readonly Header AllowedOrigin = new("access-control-allow-origin", "*");

    private static readonly Header ExposedHeaders = new("access-control-expose-headers", "x-request-id, retry-after");

    /// <summary>Adds what every response has, errors too: without it a page sees only that something failed.</summary>
    public static void AddTo(Response response)
    {
        response.AddHeader(AllowedOrigin);
        response.AddHeader(ExposedHeaders);
    }

    /// <summary>Answers a browser's question whether it may send the request that it has in mind.</summary>
    public static void WritePreflight(Response response)
    {
        response.Status = 204;
        response.AddHeader("access-control-allow-methods", "GET, POST, OPTIONS");
        response.AddHeader("access-control-allow-headers", AllowedHeaders);
        response.AddHeader("access-control-max-age", "86400");
    }
}
