using System.Net;
using Eliza.Service.Contract;

namespace Eliza.Cli.Page;

/// <summary>
/// Tells the author of the scripts, who sits at this machine in front of the page, from everybody else who can send requests:
/// other machines, and web sites that are open in the author's browser.
/// </summary>
internal static class AuthorRule
{
    private const string Json = "application/json";

    /// <summary>Whether a request comes from this machine, and from no proxy on it.</summary>
    public static bool IsHere(HttpContext context) =>
        context.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded") && !context.Request.Headers.ContainsKey("Via");

    /// <summary>Why a request is none of the author's, or null if it is.</summary>
    public static ApiError? Objection(HttpContext context)
    {
        var request = context.Request;
        if (!IsHere(context))
            return Forbidden("not_on_this_machine", "Scripts are tried and changed only on the machine on which this server runs.");
        // A browser tells where a page comes from, and no page can make it tell something else.
        if (!request.Headers.Origin.ToString().Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin"))
            return Forbidden("not_the_page", "Scripts are tried and changed only by the page of this server, which sends its own Origin.");
        return request.ContentType?.Split(';')[0].Trim().Equals(Json, StringComparison.OrdinalIgnoreCase) == true
            ? null
            : new ApiError(StatusCodes.Status415UnsupportedMediaType, "invalid_request_error", "unsupported_media_type", $"The body must be {Json}.");
    }

    private static ApiError Forbidden(string code, string message) => new(StatusCodes.Status403Forbidden, "permission_error", code, message);
}
