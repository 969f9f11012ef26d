using Eliza.Service.Http;

namespace Eliza.Service.Bedrock;

/// <summary>The paths of Amazon Bedrock.</summary>
internal static class BedrockRoutes
{
    private const string Models = "/foundation-models";
    private const string ModelPrefix = "/model/";
    private const string Guardrails = "/guardrail";
    private const string AsyncInvocations = "/async-invoke";

    /// <summary>Whether a path is one of Bedrock's, served or not. Its clients understand only Bedrock's errors.</summary>
    public static bool Owns(string path) =>
        path.StartsWith(ModelPrefix, StringComparison.Ordinal) || IsOrIsBelow(Models, path) || IsOrIsBelow(Guardrails, path) || IsOrIsBelow(AsyncInvocations, path);

    /// <summary>Finds the endpoint for a path of Bedrock's.</summary>
    /// <param name="path">The path, decoded, without a slash at the end.</param>
    /// <param name="modelId">The model in the path.</param>
    public static Endpoint? Find(string path, out string modelId)
    {
        modelId = "";
        if (path == Models)
            return Endpoint.FoundationModels;
        if (!path.StartsWith(ModelPrefix, StringComparison.Ordinal))
            return Endpoint.Unsupported;
        // An ARN has a slash of its own, which may arrive encoded. No id has a percent sign.
        var id = path[ModelPrefix.Length..];
        if (id.LastIndexOf('/') is not (> 0 and var slash))
            return null;
        modelId = Uri.UnescapeDataString(id[..slash]);
        return id[(slash + 1)..] switch
        {
            "converse" => Endpoint.Converse,
            "converse-stream" => Endpoint.ConverseStream,
            "invoke" => Endpoint.Invoke,
            "invoke-with-response-stream" => Endpoint.InvokeStream,
            "count-tokens" => Endpoint.CountTokens,
            "invoke-with-bidirectional-stream" => Endpoint.Unsupported,
            _ => null,
        };
    }

    private static bool IsOrIsBelow(string start, string path) =>
        path.StartsWith(start, StringComparison.Ordinal) && (path.Length == start.Length || path[start.Length] == '/');
}
