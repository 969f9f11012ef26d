using System.Net;
using Eliza.AspNetCore;
using Eliza.Service;
using Eliza.Service.Contract;
using Endpoint = Eliza.Service.Http.Endpoint;

namespace Eliza.Cli.Serving;

/// <summary>
/// Refuses what reaches this machine's loopback address under another name than its own. A web site can give its own name that
/// address (DNS rebinding), and its pages would then be taken for pages of this server.
/// </summary>
/// <param name="service">Judges the caller first, and logs.</param>
/// <param name="allowed">Further names that are this server's.</param>
internal sealed class HostRule(ElizaService service, IReadOnlyCollection<string> allowed)
{
    /// <summary>Answers what is refused, and leaves everything else to <paramref name="next"/>.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (Admits(context.Request.Host.Host, context.Connection.LocalIpAddress))
        {
            await next(context);
            return;
        }
        var response = new Response();
        service.Begin(RequestBridge.ToRequest(context, context.Request.Path.Value ?? "/"), response, Endpoint.Page);
        if (response.Status != StatusCodes.Status403Forbidden)
            service.Refuse(ApiError.UnknownHost, response);
        await RequestBridge.SendAsync(response, context);
        service.Log(response);
    }

    private bool Admits(string host, IPAddress? local) =>
        local is null || !IPAddress.IsLoopback(local) || host.Length == 0
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        || allowed.Contains(host, StringComparer.OrdinalIgnoreCase);
}
