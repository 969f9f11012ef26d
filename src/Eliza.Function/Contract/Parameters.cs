using Eliza.Function.Json;

namespace Eliza.Function.Contract;

/// <summary>How an answer is wanted. What is not here means nothing to ELIZA and is ignored.</summary>
internal sealed class Parameters
{
    private long? _maxTokens;
    private long? _maxCompletionTokens;

    public string? Model { get; private set; }

    public bool IsStreamed { get; private set; }

    public bool IncludesUsage { get; private set; }

    public int Choices { get; private set; } = 1;

    public IReadOnlyList<string> Stop { get; private set; } = [];

    public long? Seed { get; private set; }

    public double? Temperature { get; private set; }

    public double? TopP { get; private set; }

    /// <summary>The most words of a reply; the newer of the two names wins.</summary>
    public int MaxWords => (int)(_maxCompletionTokens ?? _maxTokens ?? int.MaxValue);

    /// <summary>Reads a member that every contract has; false if it is another.</summary>
    public bool TryReadCommon(ref JsonReader reader)
    {
        if (reader.ValueTextEquals("model"u8))
            Model = JsonValue.Text(ref reader, "model");
        else if (reader.ValueTextEquals("stream"u8))
            IsStreamed = JsonValue.Boolean(ref reader, "stream") ?? false;
        else if (reader.ValueTextEquals("temperature"u8))
            Temperature = JsonValue.Number(ref reader, "temperature", 0, 2);
        else if (reader.ValueTextEquals("top_p"u8))
            TopP = JsonValue.Number(ref reader, "top_p", 0, 1);
        else if (reader.ValueTextEquals("user"u8))
            _ = JsonValue.Text(ref reader, "user");
        else
            return false;
        return true;
    }

    /// <summary>Reads a member that chat and legacy completions have beside those; false if it is another.</summary>
    public bool TryReadSampling(ref JsonReader reader)
    {
        if (reader.ValueTextEquals("n"u8))
            Choices = (int)(JsonValue.Integer(ref reader, "n", 1, Limits.Choices) ?? 1);
        else if (reader.ValueTextEquals("stop"u8))
            Stop = ReadStop(ref reader);
        else if (reader.ValueTextEquals("max_tokens"u8))
            _maxTokens = JsonValue.Integer(ref reader, "max_tokens", 1, int.MaxValue);
        else if (reader.ValueTextEquals("max_completion_tokens"u8))
            _maxCompletionTokens = JsonValue.Integer(ref reader, "max_completion_tokens", 1, int.MaxValue);
        else if (reader.ValueTextEquals("seed"u8))
            Seed = JsonValue.Integer(ref reader, "seed");
        else if (reader.ValueTextEquals("stream_options"u8))
            IncludesUsage = ReadStreamOptions(ref reader);
        else if (reader.ValueTextEquals("presence_penalty"u8))
            _ = JsonValue.Number(ref reader, "presence_penalty", -2, 2);
        else if (reader.ValueTextEquals("frequency_penalty"u8))
            _ = JsonValue.Number(ref reader, "frequency_penalty", -2, 2);
        else
            return false;
        return true;
    }

    /// <summary>Reads the member that the Responses contract has in place of max_tokens; false if it is another.</summary>
    public bool TryReadMaxOutput(ref JsonReader reader)
    {
        if (!reader.ValueTextEquals("max_output_tokens"u8))
            return false;
        _maxTokens = JsonValue.Integer(ref reader, "max_output_tokens", 1, int.MaxValue);
        return true;
    }

    /// <summary>Takes back what the flat form does not have: it gives one reply, whole.</summary>
    public void MakeFlat() => (Choices, IsStreamed) = (1, false);

    private static bool ReadStreamOptions(ref JsonReader reader)
    {
        var includesUsage = false;
        if (!JsonValue.EnterObject(ref reader, "stream_options"))
            return false;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("include_usage"u8))
                includesUsage = JsonValue.Boolean(ref reader, "stream_options.include_usage") ?? false;
            else
                reader.Skip();
        }
        return includesUsage;
    }

    // An empty sequence would end every reply before it begins; forms that were left empty send it.
    private static List<string> ReadStop(ref JsonReader reader)
    {
        var stop = new List<string>();
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                break;
            case JsonToken.String:
                Add(reader.GetString());
                break;
            case JsonToken.StartArray:
                for (var count = 1; reader.ReadItem(); count++)
                {
                    if (reader.TokenType != JsonToken.String)
                        throw new ApiException(ApiError.WrongType("stop", "a string or a list of strings"));
                    if (count > Limits.StopSequences)
                        throw new ApiException(ApiError.LongArray("stop", Limits.StopSequences));
                    Add(reader.GetString());
                }
                break;
            default:
                throw new ApiException(ApiError.WrongType("stop", "a string or a list of strings"));
        }
        return stop;

        void Add(string? sequence)
        {
            if (!string.IsNullOrEmpty(sequence))
                stop.Add(sequence);
        }
    }

    /// <summary>Refuses a wish for JSON: ELIZA speaks prose, and a client that parses it would fail far from the cause.</summary>
    /// <param name="reader">Stands on the name of an object whose <c>type</c> says the format.</param>
    /// <param name="param">The name to give in the error.</param>
    public static void RefuseJsonFormat(ref JsonReader reader, string param)
    {
        if (!JsonValue.EnterObject(ref reader, param))
            return;
        while (reader.ReadName())
        {
            if (!reader.ValueTextEquals("type"u8))
                reader.Skip();
            else if (reader.ReadTextOrNull() is not (null or "text"))
                throw new ApiException(ApiError.Unsupported(param, $"'{param}' must be text: ELIZA does not answer in JSON."));
        }
    }
}
