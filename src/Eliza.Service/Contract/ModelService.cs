using System.Runtime.InteropServices;
using System.Text.Json;
using Eliza.Service.Bedrock;
using Eliza.Service.Contract.Chat;
using Eliza.Service.Contract.Completions;
using Eliza.Service.Contract.Models;
using Eliza.Service.Contract.Responses;
using Eliza.Service.Http;
using Eliza.Service.Logging;

namespace Eliza.Service.Contract;

/// <summary>Answers requests to the models in the form of their contract.</summary>
internal sealed class ModelService(Settings settings, TimeProvider clock, Replies replies)
{
    private readonly BedrockService _bedrock = new(settings, clock, replies);

    /// <summary>Answers a POST.</summary>
    /// <param name="models">The models.</param>
    /// <param name="sent">The body.</param>
    /// <param name="record">Has the endpoint, and takes what is logged.</param>
    /// <param name="response">Takes the answer.</param>
    /// <exception cref="ApiException">The request is not valid.</exception>
    public void Post(ModelCatalog models, ReadOnlySpan<byte> sent, RequestRecord record, Response response)
    {
        record.Received?.BodyLength = sent.Length;
        var body = RequestBody.TextOf(sent);
        try
        {
            switch (record.Endpoint)
            {
                case Endpoint.Completions:
                    Complete(models, body, record, response);
                    break;
                case Endpoint.Responses:
                    Respond(models, body, record, response);
                    break;
                case Endpoint.ChatCompletions or Endpoint.FlatChat:
                    Chat(models, body, record, response);
                    break;
                default:
                    _bedrock.Post(models, body, record, response);
                    break;
            }
        }
        catch (JsonException)
        {
            throw new ApiException(RequestBody.Fault(body));
        }
    }

    private void Chat(ModelCatalog models, ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var isFlat = record.Endpoint == Endpoint.FlatChat;
        var chat = ChatRequest.Read(body, settings.HearsSystemMessages);
        if (isFlat)
            chat.Parameters.MakeFlat();
        var answer = replies.Answer(models, chat.Parameters, [chat.Lines], record);
        if (isFlat)
            FlatChat.Write(answer, record.RequestId, clock.GetElapsedTime(record.Began), response);
        else if (chat.Parameters.IsStreamed)
            Stream(answer, chat.Parameters.IncludesUsage, new ServerSentEvents(response));
        else
            ChatCompletion.Write(answer, response);
    }

    private static void Stream(Answer answer, bool includesUsage, ServerSentEvents stream)
    {
        ChatCompletion.Stream(answer, includesUsage, stream);
        stream.Finish();
    }

    private void Complete(ModelCatalog models, ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var completion = CompletionRequest.Read(body);
        var answer = replies.Answer(models, completion.Parameters, CollectionsMarshal.AsSpan(completion.Prompts), record);
        if (completion.Parameters.IsStreamed)
            TextCompletion.Stream(answer, completion.Parameters.IncludesUsage, response);
        else
            TextCompletion.Write(answer, response);
    }

    private void Respond(ModelCatalog models, ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var asked = ResponsesRequest.Read(body, settings.HearsSystemMessages);
        var answer = new ResponseObject(replies.Answer(models, asked.Parameters, [asked.Lines], record), asked);
        if (asked.Parameters.IsStreamed)
            ResponseStream.Stream(answer, response);
        else
            ResponseStream.Write(answer, response);
    }
}
