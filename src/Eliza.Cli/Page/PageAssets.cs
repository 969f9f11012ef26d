namespace Eliza.Cli.Page;

/// <summary>The files of the page, which are resources of the assembly.</summary>
internal static class PageAssets
{
    private const string Home = "page.html";

    // All files come from this server, no script is inline, and no other page may frame this one.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The file for a request, or null if there is none. A client that does not accept HTML gets no page.</summary>
    public static string? Find(HttpRequest request)
    {
        if (request.Method is not ("GET" or "HEAD"))
            return null;
        if (request.Path == "/")
            return request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ? Home : null;
        return request.Path.StartsWithSegments("/page", StringComparison.Ordinal, out var rest) && rest.Value is ['/', .. var name] && TypeOf(name) is not null ? name : null;
    }

    /// <summary>Sends a file.</summary>
    public static async Task SendAsync(string name, HttpContext context)
    {
        var file = typeof(PageAssets).Assembly.GetManifestResourceStream(name);
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await using (file)
        {
            var headers = context.Response.Headers;
            headers.ContentType = TypeOf(name);
            headers.ContentLength = file.Length;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            // The file changes with every build.
            headers.CacheControl = "no-cache";
            if (context.Request.Method == "GET")
                await file.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
