using System.Net;
using Eliza.Service;
using Eliza.Service.Contract;
using Microsoft.AspNetCore.Http;

namespace Eliza.AspNetCore;

/// <summary>Hands the requests of ASP.NET Core to the service, and sends what it answers.</summary>
/// <param name="service">Answers the requests.</param>
/// <param name="ready">Ends when there are scripts; only a request that needs one waits for it.</param>
internal sealed class RequestBridge(ElizaService service, Func<Task> ready)
{
    /// <summary>Answers a request for the path that it was sent to.</summary>
    public Task AnswerAsync(HttpContext context) => AnswerAsync(context, Decoded(context.Request.Path.Value ?? "/"));

    /// <summary>Answers a request as if it had been sent to another path.</summary>
    public async Task AnswerAsync(HttpContext context, string path)
    {
        var response = new Response();
        try
        {
            if (service.Begin(ToRequest(context, path), response))
            {
                await ready().WaitAsync(context.RequestAborted);
                service.Answer((await ReadBodyAsync(context)).Span, response);
            }
            await SendAsync(response, context);
        }
        catch (BadHttpRequestException e)
        {
            // The client's request broke off or came too slowly; Kestrel knows the status.
            context.Response.StatusCode = response.Status = e.StatusCode;
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The client has gone, so there is nobody to answer.
        }
        finally
        {
            service.Log(response);
        }
    }

    /// <summary>The request as the service takes it.</summary>
    /// <param name="context">The request as ASP.NET Core has it.</param>
    /// <param name="path">Its path, decoded.</param>
    public static Request ToRequest(HttpContext context, string path)
    {
        var sent = context.Request;
        var request = new Request(sent.Method, path)
        {
            Query = sent.QueryString.Value is ['?', .. var query] ? query : "",
            Peer = PeerOf(context),
        };
        foreach (var (name, values) in sent.Headers)
        {
            foreach (var value in values)
                request.Headers.Add(name, value ?? "");
        }
        return request;
    }

    /// <summary>A path that Kestrel has decoded but for the slashes in it.</summary>
    public static string Decoded(string path) => path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a body to its end, or to one byte past the limit: that is enough for the service to refuse it.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        var bytes = new byte[(int)Math.Clamp((context.Request.ContentLength ?? 4095) + 1, 1, Limits.BodyBytes + 1)];
        var length = 0;
        while (await context.Request.Body.ReadAsync(bytes.AsMemory(length), context.RequestAborted) is > 0 and var read)
        {
            length += read;
            if (length > Limits.BodyBytes)
                break;
            if (length == bytes.Length)
                Array.Resize(ref bytes, Math.Min(2 * length, Limits.BodyBytes + 1));
        }
        return bytes.AsMemory(0, length);
    }

    /// <summary>Sends what the service answered.</summary>
    public static async Task SendAsync(Response response, HttpContext context)
    {
        var sent = context.Response;
        sent.StatusCode = response.Status;
        foreach (var header in response.Headers)
            sent.Headers[header.Name] = header.Value;
        if (!response.IsStreamed)
        {
            if (!response.Body.IsEmpty)
                sent.ContentLength = response.Body.Length;
            await sent.Body.WriteAsync(response.Body, context.RequestAborted);
            return;
        }
        for (var i = 0; i < response.ChunkCount; i++)
        {
            await sent.Body.WriteAsync(response.Chunk(i), context.RequestAborted);
            await sent.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static string PeerOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        IPAddress address => address.ToString(),
    };
}
