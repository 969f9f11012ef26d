using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Contract;

/// <summary>The messages of OpenAI: <c>messages</c> of a chat, and items of <c>input</c> in the Responses contract.</summary>
internal sealed class OpenAIMessages : MessageForm
{
    public static readonly OpenAIMessages Form = new();

    public override string ContentKind => "a string or a list of parts";

    public override bool TakesStrings => true;

    public override bool HasTypes => true;

    public override MessageRole ReadRole(in Utf8JsonReader reader, string param) =>
        reader.ValueTextEquals("user"u8) ? MessageRole.User
        : reader.ValueTextEquals("system"u8) || reader.ValueTextEquals("developer"u8) ? MessageRole.System
        : reader.ValueTextEquals("assistant"u8) || reader.ValueTextEquals("tool"u8) || reader.ValueTextEquals("function"u8) ? MessageRole.Skipped
        : throw new ApiException(ApiError.Unsupported(param, $"'{param}' must be system, developer, user, assistant, tool or function."));

    public override bool TryReadPart(ref Utf8JsonReader reader, MessagePlace place, int? index, out Utf8JsonReader text)
    {
        string? type = null;
        text = default;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("type"u8))
                type = reader.ReadTextOrNull();
            else if (reader.ValueTextEquals("text"u8))
                text = reader.Keep();
            else
                reader.Skip();
        }
        if (type is "image_url" or "input_image" or "input_audio" or "file" or "input_file" or "refusal")
            return false;
        if (type is not ("text" or "input_text" or "output_text"))
            throw new ApiException(UnknownPart($"{place.Part(index)}.type", type is null));
        return text.TokenType == JsonTokenType.String
            ? true
            : throw new ApiException(ApiError.WrongType($"{place.Part(index)}.text", "a string"));
    }

    private static ApiError UnknownPart(string param, bool isMissing) => isMissing
        ? ApiError.Missing(param)
        : ApiError.Unsupported(param, $"'{param}' must be that of a text, an image, audio, a file or a refusal; only texts are heard.");
}
