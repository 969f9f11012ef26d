using System.Text;
using Eliza.Runtime;
using Eliza.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.AspNetCore;

/// <summary>Serves scripts through OpenAI's contract in an ASP.NET Core application.</summary>
public static class ElizaEndpoints
{
    private const string Prefix = "/v1/";

    /// <summary>
    /// Answers every request below <c>/v1/</c>: chat completions, legacy completions, responses, and the models. In a route group, such
    /// as <c>app.MapGroup("/eliza")</c>, these paths come after the group's prefix.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="scripts">The scripts, at least one; each is a model. The default is <c>doctor</c>, or the first if there is no <c>doctor</c>.</param>
    /// <param name="settings">Who may call, and what is logged. Without it everybody may call. The environment is not read.</param>
    /// <exception cref="ArgumentException">There is no script.</exception>
    /// <returns>The endpoint, for conventions such as a policy of authorization.</returns>
    public static IEndpointConventionBuilder MapEliza(this IEndpointRouteBuilder endpoints, IReadOnlyList<Script> scripts, Settings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(scripts);
        if (scripts.Count == 0)
            throw new ArgumentException("There is no script to serve.", nameof(scripts));
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Eliza");
        var bridge = new RequestBridge(new ElizaService(settings ?? new Settings(), () => scripts, Log), () => Task.CompletedTask);
        return endpoints.Map($"{Prefix}{{**rest}}", context =>
            bridge.AnswerAsync(context, RequestBridge.Decoded($"{Prefix}{context.GetRouteValue("rest")}")));

        void Log(ReadOnlySpan<byte> line)
        {
            if (logger.IsEnabled(LogLevel.Information))
                logger.Log(LogLevel.Information, default, Encoding.UTF8.GetString(line[..^1]), null, static (text, _) => text);
        }
    }
}
