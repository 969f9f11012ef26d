using System.Net;
using Eliza.Service.Contract;

namespace Eliza.Cli.Page;

/// <summary>
/// Recognizes the author of the scripts, who uses the page on this machine. All others are refused: other machines, and
/// web sites that are open in the author's browser.
/// </summary>
internal static class AuthorRule
{
    private const string Json = "application/json";

    /// <summary>Whether a request comes from this machine and not through a proxy on it.</summary>
    public static bool IsHere(HttpContext context) =>
        context.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded") && !context.Request.Headers.ContainsKey("Via");

    /// <summary>Why a request is not from the author, or null if it is.</summary>
    public static ApiError? Objection(HttpContext context)
    {
        var request = context.Request;
        if (!IsHere(context))
            return Forbidden("not_on_this_machine", "Scripts are tried and changed only on the machine on which this server runs.");
        // A browser sends the origin of a page, and no page can change that.
        if (!request.Headers.Origin.ToString().Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin"))
            return Forbidden("not_the_page", "Scripts are tried and changed only by the page of this server, which sends its own Origin.");
        return request.ContentType?.Split(';')[0].Trim().Equals(Json, StringComparison.OrdinalIgnoreCase) == true
            ? null
            : new ApiError(StatusCodes.Status415UnsupportedMediaType, "invalid_request_error", "unsupported_media_type", $"The body must be {Json}.");
    }

    private static ApiError Forbidden(string code, string message) => new(StatusCodes.Status403Forbidden, "permission_error", code, message);
}
