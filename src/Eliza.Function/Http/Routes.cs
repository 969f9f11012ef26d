namespace Eliza.Function.Http;

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
}

/// <summary>Which paths lead where, and by which methods.</summary>
internal static class Routes
{
    private const string ModelPrefix = "/v1/models/";

    /// <summary>Finds what a path leads to; paths are case-sensitive, and one slash at the end is ignored.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="stage">The API's stage; any but <c>$default</c> may stand in front of the path.</param>
    /// <param name="modelId">The model that the path names, for <see cref="Endpoint.Model"/> only.</param>
    public static Endpoint? Find(string path, string? stage, out string modelId)
    {
        if (path.Length > 1 && path.EndsWith('/'))
            path = path[..^1];
        if (Find(path, out modelId) is { } endpoint)
            return endpoint;
        if (string.IsNullOrEmpty(stage) || !path.AsSpan(1).StartsWith(stage, StringComparison.Ordinal))
            return null;
        var rest = path[(1 + stage.Length)..];
        return rest.Length == 0 ? Endpoint.Home : rest[0] == '/' ? Find(rest, out modelId) : null;
    }

    private static Endpoint? Find(string path, out string modelId)
    {
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
        if (!path.StartsWith(ModelPrefix, StringComparison.Ordinal))
            return null;
        modelId = path[ModelPrefix.Length..];
        return Endpoint.Model;
    }

    /// <summary>The methods of an endpoint, as the Allow header lists them.</summary>
    public static string Allow(Endpoint endpoint) => IsPosted(endpoint) ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";

    /// <summary>Whether the endpoint answers this method. OPTIONS is answered before any endpoint is looked for.</summary>
    public static bool Takes(Endpoint endpoint, string method) =>
        IsPosted(endpoint) ? method == "POST" : method is "GET" or "HEAD";

    private static bool IsPosted(Endpoint endpoint) =>
        endpoint is Endpoint.ChatCompletions or Endpoint.FlatChat or Endpoint.Completions or Endpoint.Responses;
}
