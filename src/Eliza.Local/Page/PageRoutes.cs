using Eliza.Function;
using Eliza.Runtime;

namespace Eliza.Local.Page;

/// <summary>What the local host serves beside the function's contract.</summary>
internal sealed class PageRoutes(Settings settings, IReadOnlyList<Script> scripts)
{
    private readonly TraceRoute _trace = new(settings, scripts);

    /// <summary>Answers what is the page's, and leaves everything else to the function.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (PageAssets.Find(context.Request) is { } asset)
            return PageAssets.SendAsync(asset, context);
        return TraceRoute.Takes(context.Request) ? _trace.AnswerAsync(context) : next(context);
    }
}
