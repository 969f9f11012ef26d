using Eliza.AspNetCore;
using Eliza.Service;
using Endpoint = Eliza.Service.Http.Endpoint;

namespace Eliza.Cli.Page;

/// <summary>The routes that only the local host has, beside those of the contract. The service decides first whether a caller may call.</summary>
internal sealed class PageRoutes(ElizaService service, TraceRoute trace, ScriptRoute script)
{
    /// <summary>Answers requests for these routes and passes all others on.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (PageAssets.Find(context.Request) is { } asset)
            return AnswerAsync(context, Endpoint.Page, _ => PageAssets.SendAsync(asset, context));
        if (ScriptRoute.Takes(context.Request))
            return AnswerAsync(context, Endpoint.Script, response => script.AnswerAsync(context, response));
        if (!TraceRoute.Takes(context.Request))
            return next(context);
        return context.Request.Method == "GET"
            ? AnswerAsync(context, Endpoint.Page, _ => trace.TellScriptsAsync(context))
            : AnswerAsync(context, Endpoint.ChatCompletions, response => trace.ExplainAsync(context, response));
    }

    private async Task AnswerAsync(HttpContext context, Endpoint endpoint, Func<Response, Task> answerAsync)
    {
        var response = new Response();
        try
        {
            if (service.Begin(RequestBridge.ToRequest(context, context.Request.Path.Value ?? "/"), response, endpoint))
            {
                await answerAsync(response);
                response.Status = context.Response.StatusCode;
            }
            else
            {
                await RequestBridge.SendAsync(response, context);
            }
        }
        finally
        {
            service.Log(response);
        }
    }
}
