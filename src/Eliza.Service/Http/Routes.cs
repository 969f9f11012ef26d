using Eliza.Service.Bedrock;

namespace Eliza.Service.Http;

/// <summary>Knows the endpoint of each path, and its methods.</summary>
internal static class Routes
{
    private const string ModelPrefix = "/v1/models/";

    /// <summary>Finds the endpoint for a path. Case matters, and one slash at the end is ignored.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="modelId">The model in the path, for <see cref="Endpoint.Model"/> and for Bedrock's endpoints.</param>
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
            // LiteLLM asks for the second path if the base address ends in /v1.
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

    // The first part of each path in https://platform.openai.com/docs/api-reference, and the paths below those that are served.
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

    /// <summary>The methods of an endpoint, in the form of the Allow header.</summary>
    public static string Allow(Endpoint endpoint) =>
        IsPosted(endpoint) ? "POST, OPTIONS" : endpoint == Endpoint.Script ? "GET, HEAD, POST" : "GET, HEAD, OPTIONS";

    /// <summary>Whether the endpoint has this method. OPTIONS is answered before this is asked.</summary>
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
