using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Contract.Completions;

/// <summary>The body of a legacy completion. Each prompt is the first line of a conversation of its own.</summary>
internal sealed record CompletionRequest(Parameters Parameters, List<UserLines> Prompts)
{
    public static CompletionRequest Read(ReadOnlySpan<byte> body)
    {
        var parameters = new Parameters();
        Utf8JsonReader prompt = default;
        var reader = RequestBody.Enter(body);
        while (RequestBody.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("prompt"u8))
                prompt = reader.Keep();
            else if (reader.ValueTextEquals("echo"u8))
                RefuseEcho(ref reader);
            else if (!parameters.TryReadCommon(ref reader) && !parameters.TryReadSampling(ref reader))
                reader.Skip();
        }
        if (prompt.TokenType is JsonTokenType.None or JsonTokenType.Null)
            throw new ApiException(ApiError.Missing("prompt"));
        var prompts = ReadPrompts(ref prompt);
        if (prompts.Count * parameters.Choices > Limits.Choices)
            throw new ApiException(ApiError.LongArray("prompt", Limits.Choices / parameters.Choices));
        return new CompletionRequest(parameters, prompts);
    }

    private static void RefuseEcho(ref Utf8JsonReader reader)
    {
        if (JsonValue.Boolean(ref reader, "echo") == true)
            throw new ApiException(ApiError.Unsupported("echo", "'echo' is not supported: the reply comes without the prompt."));
    }

    private static List<UserLines> ReadPrompts(ref Utf8JsonReader reader)
    {
        var prompts = new List<UserLines>();
        if (reader.TokenType == JsonTokenType.String)
        {
            Add(ref reader, "prompt");
            return prompts;
        }
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new ApiException(ApiError.WrongType("prompt", "a string or a list of strings"));
        while (reader.ReadItem())
            Add(ref reader, $"prompt{ApiError.At(prompts.Count)}");
        return prompts.Count > 0 ? prompts : throw new ApiException(ApiError.EmptyArray("prompt"));

        void Add(ref Utf8JsonReader reader, string param)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new ApiException(ApiError.WrongType(param, "a string; lists of tokens are not read"));
            if (prompts.Count == Limits.Choices)
                throw new ApiException(ApiError.LongArray("prompt", Limits.Choices));
            var lines = new UserLines(hearsSystemMessages: false);
            lines.Append(reader);
            if (!lines.TryEndUser())
                throw new ApiException(ApiError.LongLine(param));
            prompts.Add(lines);
        }
    }
}
