using System.Buffers;
using Eliza.Function.Events;
using Eliza.Function.Lex;
using Eliza.Function.RuntimeApi;
using Eliza.Service;
using Eliza.Service.Contract;

namespace Eliza.Function.Lambda;

/// <summary>Answers the events of all kinds that Lambda passes to the function.</summary>
/// <param name="service">Answers the requests.</param>
/// <param name="streams">Whether the function's URL is in RESPONSE_STREAM mode.</param>
internal sealed class InvocationHandler(ElizaService service, bool streams)
{
    private readonly LexDoor _lex = new(service);

    /// <summary>Answers an event. It throws nothing: a problem with the event becomes an error response.</summary>
    /// <returns>Whether the answer must be sent as a stream. In that mode every answer must be, errors too.</returns>
    public bool Handle(Invocation invocation, Response response)
    {
        if (!HttpApiEvent.TryRead(invocation.Event, out var read))
        {
            AnswerAnother(invocation, response);
            return false;
        }
        byte[] room = [];
        try
        {
            if (service.Begin(read.ToRequest(), response))
                service.Answer(read.DecodeBody(ref room), response);
        }
        catch (ApiException e)
        {
            service.Refuse(e.Error, response);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
        return streams && read.IsOfFunctionUrl;
    }

    private void AnswerAnother(Invocation invocation, Response response)
    {
        if (LexEvent.TryRead(invocation.Event, out var asked))
            _lex.Answer(asked, invocation.RequestId, response);
        else
            service.Refuse(ApiError.UnknownEvent, response);
    }

    /// <summary>Logs an event after its answer was sent.</summary>
    public void Log(Response response) => service.Log(response);
}
