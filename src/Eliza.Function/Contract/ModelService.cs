using System.Runtime.InteropServices;
using Eliza.Function.Contract.Chat;
using Eliza.Function.Contract.Completions;
using Eliza.Function.Contract.Models;
using Eliza.Function.Contract.Responses;
using Eliza.Function.Http;
using Eliza.Function.Json;
using Eliza.Function.Logging;

namespace Eliza.Function.Contract;

/// <summary>Answers what is asked of the models, each contract in its own form.</summary>
internal sealed class ModelService(Settings settings, ModelCatalog models, TimeProvider clock, Func<string> newId)
{
    /// <summary>Answers a POST.</summary>
    /// <param name="endpoint">The contract.</param>
    /// <param name="request">The request.</param>
    /// <param name="began">When it came, by the clock's timestamps.</param>
    /// <param name="record">Learns what the log tells.</param>
    /// <param name="response">Takes the answer.</param>
    /// <exception cref="ApiException">The request is not in order.</exception>
    public void Post(Endpoint endpoint, in HttpEvent request, long began, RequestRecord record, Response response)
    {
        var body = RequestBody.Read(request);
        try
        {
            switch (endpoint)
            {
                case Endpoint.Completions:
                    Complete(body, record, response);
                    break;
                case Endpoint.Responses:
                    Respond(body, record, response);
                    break;
                default:
                    Chat(body, isFlat: endpoint == Endpoint.FlatChat, began, record, response);
                    break;
            }
        }
        catch (MalformedJsonException fault)
        {
            throw new ApiException(RequestBody.Fault(body, fault));
        }
    }

    private void Chat(ReadOnlySpan<byte> body, bool isFlat, long began, RequestRecord record, Response response)
    {
        var chat = ChatRequest.Read(body, settings.HearsSystemMessages);
        if (isFlat)
            chat.Parameters.MakeFlat();
        var answer = Answer(chat.Parameters, [chat.Lines], record);
        if (isFlat)
            FlatChat.Write(answer, record.RequestId, clock.GetElapsedTime(began), response);
        else if (chat.Parameters.IsStreamed)
            ChatCompletion.Stream(answer, chat.Parameters.IncludesUsage, response);
        else
            ChatCompletion.Write(answer, response);
    }

    private void Complete(ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var completion = CompletionRequest.Read(body);
        var answer = Answer(completion.Parameters, CollectionsMarshal.AsSpan(completion.Prompts), record);
        if (completion.Parameters.IsStreamed)
            TextCompletion.Stream(answer, completion.Parameters.IncludesUsage, response);
        else
            TextCompletion.Write(answer, response);
    }

    private void Respond(ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var asked = ResponsesRequest.Read(body, settings.HearsSystemMessages);
        var answer = new ResponseObject(Answer(asked.Parameters, [asked.Lines], record), asked);
        if (asked.Parameters.IsStreamed)
            ResponseStream.Stream(answer, response);
        else
            ResponseStream.Write(answer, response);
    }

    private Answer Answer(Parameters parameters, ReadOnlySpan<UserLines> conversations, RequestRecord record)
    {
        var script = models.Find(parameters.Model);
        record.Model = parameters.Model ?? script.Name;
        record.IsStreamed = parameters.IsStreamed;
        var share = Limits.ReplyCharacters / (conversations.Length * parameters.Choices);
        var replies = new Reply[conversations.Length * parameters.Choices];
        var words = 0;
        for (var i = 0; i < conversations.Length; i++)
        {
            Reply.To(conversations[i], script, parameters, share, replies.AsSpan(i * parameters.Choices, parameters.Choices));
            words += conversations[i].WordCount;
            conversations[i].Dispose();
        }
        record.Reply = replies[0].Text;
        return new Answer(newId(), clock.GetUtcNow().ToUnixTimeSeconds(), record.Model, replies, words);
    }
}
