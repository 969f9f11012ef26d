using Eliza.AspNetCore;
using Eliza.Cli.Page;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Eliza.Cli.Serving;

/// <summary>Kestrel in front of the service, in the place that API Gateway has on AWS.</summary>
internal static class LocalServer
{
    /// <summary>Makes a server that is not started yet.</summary>
    /// <param name="hosts">Refuses what is asked under a name of somebody else.</param>
    /// <param name="bridge">Hands over every request that is not the page's.</param>
    /// <param name="page">Answers the others.</param>
    /// <param name="urls">Where to listen; port 0 takes a free one.</param>
    /// <param name="protocols">What is spoken there; without TLS nobody can ask for HTTP/2, so a port speaks either.</param>
    public static WebApplication Create(HostRule hosts, RequestBridge bridge, PageRoutes page, IEnumerable<string> urls, HttpProtocols protocols)
    {
        // The empty builder: no configuration that could open another port, no log but the service's.
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
        // The bridge itself reads no more than the service takes, so that a larger body gets the service's own error.
        options.Limits.MaxRequestBodySize = null;
        // As API Gateway has it.
        options.Limits.MaxRequestHeadersTotalSize = 10_240;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        options.Limits.MaxConcurrentConnections = 1_000;
    }
}
