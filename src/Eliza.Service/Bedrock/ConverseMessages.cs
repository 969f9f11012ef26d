using System.Text.Json;
using Eliza.Service.Contract;
using Eliza.Service.Json;

namespace Eliza.Service.Bedrock;

/// <summary>The messages of Converse. Their content is a list of blocks, of which ELIZA reads those with text.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html</remarks>
internal sealed class ConverseMessages : MessageForm
{
    public static readonly ConverseMessages Form = new();

    public override string ContentKind => "a list of blocks";

    public override bool TakesStrings => false;

    public override bool HasTypes => false;

    public override MessageRole ReadRole(in Utf8JsonReader reader, string param) =>
        reader.ValueTextEquals("user"u8) ? MessageRole.User
        : reader.ValueTextEquals("assistant"u8) ? MessageRole.Skipped
        : throw new ApiException(ApiError.Unsupported(param, $"'{param}' must be user or assistant."));

    public override bool TryReadPart(ref Utf8JsonReader reader, MessagePlace place, int? index, out Utf8JsonReader text)
    {
        text = default;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("text"u8))
                text = KeepText(ref reader, place, index, "text");
            else if (reader.ValueTextEquals("guardContent"u8))
                text = ReadGuardContent(ref reader, place, index);
            else
                reader.Skip();
        }
        return text.TokenType == JsonTokenType.String;
    }

    // Null for an image, which can be guarded content too.
    private static Utf8JsonReader ReadGuardContent(ref Utf8JsonReader reader, MessagePlace place, int? index)
    {
        Utf8JsonReader text = default;
        if (!JsonValue.EnterObject(ref reader, $"{place.Part(index)}.guardContent"))
            return text;
        while (reader.ReadName())
        {
            if (!reader.ValueTextEquals("text"u8))
            {
                reader.Skip();
                continue;
            }
            if (!JsonValue.EnterObject(ref reader, $"{place.Part(index)}.guardContent.text"))
                continue;
            while (reader.ReadName())
            {
                if (reader.ValueTextEquals("text"u8))
                    text = KeepText(ref reader, place, index, "guardContent.text.text");
                else
                    reader.Skip();
            }
        }
        return text;
    }

    private static Utf8JsonReader KeepText(scoped ref Utf8JsonReader reader, MessagePlace place, int? index, string name)
    {
        var text = reader.Keep();
        return text.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? text
            : throw new ApiException(ApiError.WrongType($"{place.Part(index)}.{name}", "a string"));
    }
}
