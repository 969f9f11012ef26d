using Eliza.AspNetCore;
using Eliza.Cli.Page;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Eliza.Cli.Serving;

/// <summary>Kestrel in front of the service. On AWS, API Gateway has this place.</summary>
internal static class LocalServer
{
    /// <summary>Makes a server that is not started yet.</summary>
    /// <param name="hosts">Refuses requests under other host names.</param>
    /// <param name="bridge">Passes requests to the service.</param>
    /// <param name="page">Answers requests for the page.</param>
    /// <param name="urls">The addresses to listen on; port 0 takes a free port.</param>
    /// <param name="protocols">The protocol for these addresses. Without TLS a client cannot choose, so each port has one protocol.</param>
    public static WebApplication Create(HostRule hosts, RequestBridge bridge, PageRoutes page, IEnumerable<string> urls, HttpProtocols protocols)
    {
        // The empty builder has no configuration that could open another port, and no log but the service's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            SetLimits(options);
            options.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols);
        });
        var app = builder.Build();
        foreach (var url in urls)
            app.Urls.Add(url);
        app.Use(hosts.AnswerAsync);
        app.Use(page.AnswerAsync);
        app.Run(bridge.AnswerAsync);
        return app;
    }

    private static void SetLimits(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        // No limit here: the bridge stops reading by itself, so that a body that is too large gets the service's own error.
        options.Limits.MaxRequestBodySize = null;
        // The same limit as API Gateway's.
        options.Limits.MaxRequestHeadersTotalSize = 10_240;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        options.Limits.MaxConcurrentConnections = 1_000;
    }
}
