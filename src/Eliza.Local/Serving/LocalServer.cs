using Eliza.Function;
using Eliza.Local.Page;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Eliza.Local.Serving;

/// <summary>Kestrel in front of the handler, in the place that API Gateway has on AWS.</summary>
internal static class LocalServer
{
    /// <summary>Makes a server that is not started yet.</summary>
    /// <param name="handler">Answers every request that is not the page's.</param>
    /// <param name="page">Answers the others.</param>
    /// <param name="urls">Where to listen; port 0 takes a free one.</param>
    public static WebApplication Create(Handler handler, PageRoutes page, IEnumerable<string> urls)
    {
        // The empty builder: no configuration that could open another port, no log but the handler's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(SetLimits);
        var app = builder.Build();
        foreach (var url in urls)
            app.Urls.Add(url);
        app.Use(page.AnswerAsync);
        app.Run(new HttpBridge(handler).AnswerAsync);
        return app;
    }

    private static void SetLimits(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        // The bridge itself reads no more than the handler takes, so that a larger body gets the handler's own error.
        options.Limits.MaxRequestBodySize = null;
        // As API Gateway has it.
        options.Limits.MaxRequestHeadersTotalSize = 10_240;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        options.Limits.MaxConcurrentConnections = 1_000;
    }
}
