using System.Net;
using Eliza.AspNetCore;
using Eliza.Service;
using Eliza.Service.Contract;
using Endpoint = Eliza.Service.Http.Endpoint;

namespace Eliza.Cli.Serving;

/// <summary>
/// Refuses requests to this machine's loopback address under a host name that is not this server's. A web site can make its own name
/// point to that address (DNS rebinding), and a browser then takes its pages for pages of this server.
/// </summary>
/// <param name="service">Checks the caller first, and logs.</param>
/// <param name="allowed">Further host names of this server.</param>
internal sealed class HostRule(ElizaService service, IReadOnlyCollection<string> allowed)
{
    /// <summary>Answers requests that are refused, and passes all others to <paramref name="next"/>.</summary>
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
