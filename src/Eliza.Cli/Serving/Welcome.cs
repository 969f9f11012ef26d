using System.Net;

namespace Eliza.Cli.Serving;

/// <summary>The server's message when it is ready.</summary>
internal static class Welcome
{
    /// <summary>The addresses, an example, and a warning if other machines can reach the server.</summary>
    public static string Text(ICollection<string> urls, bool requiresKey, string? h2cUrl = null)
    {
        var url = urls.First();
        var key = requiresKey ? " -H 'Authorization: Bearer KEY'" : "";
        var h2c = h2cUrl is null ? "" : $", or {h2cUrl} for those that speak HTTP/2 only";
        var warning = urls.All(IsLoopback) ? "" :
            "\nOthers on the network can reach this server: it is bound beyond this machine's loopback address.\n";
        return $$"""
            ELIZA listens on {{string.Join(" and ", urls)}}
            {{warning}}
            Open it in a browser to talk and to see why each reply was given.
            Try:  curl {{url}}/v1/chat/completions -H 'Content-Type: application/json'{{key}} -d '{"messages":[{"role":"user","content":"Men are all alike."}]}'
            OpenAI clients: base URL {{url}}/v1, model doctor. GET /v1/models lists the models. Ctrl-C ends.
            Amazon Bedrock's clients: endpoint {{url}}{{h2c}}.

            """;
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));
}
