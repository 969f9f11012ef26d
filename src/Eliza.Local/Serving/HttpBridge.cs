using Eliza.Function;
using Eliza.Function.Http;

namespace Eliza.Local.Serving;

/// <summary>Turns a request into an event, lets the handler answer it, and sends what it answers.</summary>
internal sealed class HttpBridge(Handler handler)
{
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var body = await RequestBytes.ReadAsync(context.Request.Body, context.RequestAborted);
            var response = new Response();
            handler.Handle(GatewayEvent.Of(context, body), response);
            try
            {
                await SendAsync(response, context);
            }
            finally
            {
                handler.Log(response);
            }
        }
        catch (BadHttpRequestException e)
        {
            // The client's request broke off or came too slowly; Kestrel knows the status.
            context.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The client has gone, so there is nobody to answer.
        }
    }

    /// <summary>Sends what a handler answered.</summary>
    public static async Task SendAsync(Response response, HttpContext context)
    {
        context.Response.StatusCode = response.Status;
        foreach (var header in response.Headers)
            context.Response.Headers[header.Name] = header.Value;
        if (!response.IsStreamed)
        {
            if (!response.Body.IsEmpty)
                context.Response.ContentLength = response.Body.Length;
            await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
            return;
        }
        for (var i = 0; i < response.ChunkCount; i++)
        {
            await context.Response.Body.WriteAsync(response.Chunk(i), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
