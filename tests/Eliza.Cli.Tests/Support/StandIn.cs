using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Eliza.Cli.Tests.Support;

/// <summary>A stand-in for a foreign service, on a free port of this machine.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication _application;

    private StandIn(WebApplication application) => _application = application;

    /// <summary>The address of the service.</summary>
    public string Url => _application.Urls.Single();

    /// <summary>Starts a service that answers all requests in the same way.</summary>
    public static async Task<StandIn> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
