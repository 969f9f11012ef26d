using Eliza.Service.Contract;
using Eliza.Service.Contract.Chat;
using Eliza.Service.Contract.Models;
using Eliza.Service.Http;
using Eliza.Service.Logging;

namespace Eliza.Service.Bedrock;

/// <summary>Answers the requests of Amazon Bedrock's clients.</summary>
internal sealed class BedrockService(Settings settings, TimeProvider clock, Replies replies)
{
    private const string Guardrail = "X-Amzn-Bedrock-GuardrailIdentifier";

    /// <summary>Checks the headers of a request.</summary>
    /// <exception cref="ApiException">The request asks for a guardrail.</exception>
    public static void Judge(Request request)
    {
        if (!string.IsNullOrWhiteSpace(request.Headers[Guardrail]))
            throw new ApiException(BedrockError.NoGuardrails(Guardrail));
    }

    /// <summary>Answers a POST. The parameters are those of <see cref="ModelService.Post"/>.</summary>
    /// <exception cref="ApiException">The request is not valid.</exception>
    public void Post(ModelCatalog models, ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var model = ModelId.NameIn(record.ModelInPath, models);
        switch (record.Endpoint)
        {
            case Endpoint.CountTokens:
                Count(models, model, body, record, response);
                break;
            case Endpoint.Invoke or Endpoint.InvokeStream:
                Invoke(models, model, body, record, response);
                break;
            default:
                Converse(models, model, body, record, response);
                break;
        }
    }

    private void Converse(ModelCatalog models, string model, ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var request = ConverseRequest.Read(body);
        var lines = request.ReadLines(settings.HearsSystemMessages);
        request.Parameters.Model = model;
        request.Parameters.IsStreamed = record.Endpoint == Endpoint.ConverseStream;
        var answer = replies.Answer(models, request.Parameters, [lines], record);
        var latency = clock.GetElapsedTime(record.Began);
        if (request.Parameters.IsStreamed)
            ConverseStream.Write(answer, latency, response);
        else
            ConverseAnswer.Write(answer, latency, response);
    }

    // The body is in the model's own form, which for these models is OpenAI's.
    private void Invoke(ModelCatalog models, string model, ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        var chat = ChatRequest.Read(body, settings.HearsSystemMessages);
        chat.Parameters.Model = model;
        chat.Parameters.IsStreamed = record.Endpoint == Endpoint.InvokeStream;
        if (chat.Parameters.IsStreamed && chat.Parameters.Choices > Limits.FramedChoices)
            throw new ApiException(ApiError.AboveMaximum("n", "integer", $"{Limits.FramedChoices}"));
        var answer = replies.Answer(models, chat.Parameters, [chat.Lines], record);
        if (!chat.Parameters.IsStreamed)
        {
            ChatCompletion.Write(answer, response);
            return;
        }
        using var stream = new InvokeStream(response);
        ChatCompletion.Stream(answer, chat.Parameters.IncludesUsage, stream);
    }

    private void Count(ModelCatalog models, string model, ReadOnlySpan<byte> body, RequestRecord record, Response response)
    {
        using var lines = CountRequest.Read(body, settings.HearsSystemMessages);
        _ = models.Find(model);
        record.Model = model;
        record.Received?.Take(lines);
        response.AddHeader(ContentType.Json);
        response.Json.WriteStartObject();
        response.Json.WriteNumber("inputTokens"u8, lines.WordCount);
        response.Json.WriteEndObject();
    }
}
