using System.Net;
using Eliza.Service;
using Eliza.Service.Contract;
using Microsoft.AspNetCore.Http;

namespace Eliza.AspNetCore;

/// <summary>Passes requests from ASP.NET Core to the service, and its responses back.</summary>
/// <param name="service">Answers the requests.</param>
/// <param name="ready">A task that ends when the scripts are loaded. Only a request that needs a script waits for it.</param>
internal sealed class RequestBridge(ElizaService service, Func<Task> ready)
{
    /// <summary>Answers a request.</summary>
    public Task AnswerAsync(HttpContext context) => AnswerAsync(context, Decoded(context.Request.Path.Value ?? "/"));

    /// <summary>Answers a request as if its path were another one.</summary>
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
            // The client's request broke off or came too slowly. The exception has the status.
            context.Response.StatusCode = response.Status = e.StatusCode;
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The client has closed the connection.
        }
        finally
        {
            service.Log(response);
        }
    }

    /// <summary>Makes the service's form of a request.</summary>
    /// <param name="context">The request in ASP.NET Core.</param>
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

    /// <summary>Decodes the slashes of a path, the only characters that Kestrel leaves encoded.</summary>
    public static string Decoded(string path) => path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a body to its end, or one byte more than the limit. The service refuses a body that is longer than the limit.</summary>
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

    /// <summary>Sends a response of the service.</summary>
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
