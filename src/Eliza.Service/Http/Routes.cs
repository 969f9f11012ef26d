using Eliza.Service.Bedrock;

namespace Eliza.Service.Http;

/// <summary>What is served.</summary>
internal enum Endpoint
{
    ChatCompletions,
    FlatChat,
    Completions,
    Responses,
    Models,
    Model,
    Health,
    Home,
    Converse,
    ConverseStream,
    Invoke,
    InvokeStream,
    CountTokens,
    FoundationModels,

    /// <summary>What a host serves to browsers itself.</summary>
    Page,

    /// <summary>What a host serves to the authors of its scripts itself.</summary>
    Script,

    /// <summary>What OpenAI or Bedrock serves, and ELIZA does not.</summary>
    Unsupported,
}

/// <summary>Which path leads to which endpoint, and by which methods.</summary>
internal static class Routes
{
    private const string ModelPrefix = "/v1/models/";

    /// <summary>Finds what a path leads to; paths are case-sensitive, and one slash at the end is ignored.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="modelId">The model that the path names, for <see cref="Endpoint.Model"/> and what is Bedrock's.</param>
    public static Endpoint? Find(string path, out string modelId)
    {
        if (path.Length > 1 && path.EndsWith('/'))
            path = path[..^1];
        modelId = "";
        switch (path)
        {
            case "/v1/chat/completions" or "/eliza": return Endpoint.ChatCompletions;
            case "/chat": return Endpoint.FlatChat;
            case "/v1/completions": return Endpoint.Completions;
            case "/v1/responses": return Endpoint.Responses;
            // A base address that ends in /v1 makes LiteLLM ask for the second.
            case "/v1/models" or "/v1/v1/models": return Endpoint.Models;
            case "/health": return Endpoint.Health;
            case "/" or "": return Endpoint.Home;
        }
        if (BedrockRoutes.Owns(path))
            return BedrockRoutes.Find(path, out modelId);
        if (!path.StartsWith(ModelPrefix, StringComparison.Ordinal))
            return IsOpenAIs(path) ? Endpoint.Unsupported : null;
        modelId = path[ModelPrefix.Length..];
        return Endpoint.Model;
    }

    // https://platform.openai.com/docs/api-reference: the first part of each path, and what stands below those that are served.
    private static bool IsOpenAIs(string path)
    {
        if (!path.StartsWith("/v1/", StringComparison.Ordinal))
            return false;
        var rest = path.AsSpan("/v1/".Length);
        var first = rest.IndexOf('/') is >= 0 and var slash ? rest[..slash] : rest;
        return first is "assistants" or "audio" or "batches" or "chatkit" or "containers" or "conversations" or "edits" or "embeddings" or "engines" or "evals"
            or "files" or "fine-tunes" or "fine_tuning" or "images" or "moderations" or "organization" or "projects" or "realtime" or "skills" or "threads"
            or "uploads" or "vector_stores" or "videos"
            || IsBelow("responses/", rest) || IsBelow("chat/completions/", rest);

        static bool IsBelow(string start, ReadOnlySpan<char> rest) => rest.Length > start.Length && rest.StartsWith(start, StringComparison.Ordinal);
    }

    /// <summary>The methods of an endpoint, as the Allow header lists them.</summary>
    public static string Allow(Endpoint endpoint) =>
        IsPosted(endpoint) ? "POST, OPTIONS" : endpoint == Endpoint.Script ? "GET, HEAD, POST" : "GET, HEAD, OPTIONS";

    /// <summary>Whether the endpoint answers this method. OPTIONS is answered before any endpoint is looked for.</summary>
    public static bool Takes(Endpoint endpoint, string method) =>
        method switch
        {
            "POST" => IsPosted(endpoint) || endpoint == Endpoint.Script,
            "GET" or "HEAD" => !IsPosted(endpoint),
            _ => false,
        };

    private static bool IsPosted(Endpoint endpoint) =>
        endpoint is Endpoint.ChatCompletions or Endpoint.FlatChat or Endpoint.Completions or Endpoint.Responses
            or Endpoint.Converse or Endpoint.ConverseStream or Endpoint.Invoke or Endpoint.InvokeStream or Endpoint.CountTokens;
}
