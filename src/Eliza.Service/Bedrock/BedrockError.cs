using Eliza.Service.Contract;
using Eliza.Service.Http;

namespace Eliza.Service.Bedrock;

/// <summary>Writes an error for AWS's clients. They recognize an error by its name in the header or in the body.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html</remarks>
internal static class BedrockError
{
    public static ApiError NoGuardrails(string param) =>
        ApiError.Unsupported(param, $"'{param}' is not supported: ELIZA applies no guardrails.");

    public static void Write(ApiError error, Response response)
    {
        var (status, name) = error.Status switch
        {
            401 or 403 => (403, "AccessDeniedException"),
            404 => (404, "ResourceNotFoundException"),
            405 => (405, "ValidationException"),
            >= 500 => (500, "InternalServerException"),
            _ => (400, "ValidationException"),
        };
        response.Status = status;
        response.AddHeader(ContentType.Json);
        response.AddHeader("x-amzn-errortype", name);
        if (error.Allow is not null)
            response.AddHeader("allow", error.Allow);
        var json = response.Json;
        json.WriteStartObject();
        json.WriteString("__type"u8, name);
        json.WriteString("message"u8, Message(error));
        json.WriteEndObject();
    }

    // LiteLLM recognizes the last one by its words.
    private static string Message(ApiError error) =>
        error == ApiError.MissingKey
            ? "No API key provided. Set AWS_BEARER_TOKEN_BEDROCK to the key: AWS's clients send it in the header 'Authorization: Bearer KEY'. Signatures (SigV4) are not accepted."
        : error == ApiError.UnknownModel ? "The model does not exist. GET /foundation-models lists the models."
        : error.Code == ApiError.ContextLength ? $"Input is too long for requested model. {error.Message}"
        : error.Message;
}
