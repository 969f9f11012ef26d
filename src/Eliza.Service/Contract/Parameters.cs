using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Contract;

/// <summary>The parameters that ELIZA uses. All others are ignored.</summary>
internal sealed class Parameters
{
    private long? _maxTokens;
    private long? _maxCompletionTokens;

    public string? Model { get; set; }

    public bool IsStreamed { get; set; }

    public bool IncludesUsage { get; private set; }

    public int Choices { get; private set; } = 1;

    public IReadOnlyList<string> Stop { get; set; } = [];

    public long? Seed { get; set; }

    public double? Temperature { get; set; }

    public double? TopP { get; set; }

    /// <summary>The most words of a reply. The newer of the two names comes first.</summary>
    public int MaxWords => (int)(_maxCompletionTokens ?? _maxTokens ?? int.MaxValue);

    /// <summary>Sets the most words of a reply, for contracts with a single name for it.</summary>
    public void LimitWords(long? most) => _maxTokens = most;

    /// <summary>Reads a member that all contracts have; false if this is another member.</summary>
    public bool TryReadCommon(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("model"u8))
            Model = JsonValue.Text(ref reader, "model");
        else if (reader.ValueTextEquals("stream"u8))
            IsStreamed = JsonValue.Boolean(ref reader, "stream") ?? false;
        else if (reader.ValueTextEquals("temperature"u8))
            Temperature = JsonValue.Number(ref reader, "temperature", 0, 2);
        else if (reader.ValueTextEquals("top_p"u8))
            TopP = JsonValue.Number(ref reader, "top_p", 0, 1);
        else if (reader.ValueTextEquals("tool_choice"u8))
            RefuseToolCall(ref reader, "tool_choice");
        else if (reader.ValueTextEquals("user"u8))
            _ = JsonValue.Text(ref reader, "user");
        else
            return false;
        return true;
    }

    /// <summary>Reads a member that only chat and legacy completions have; false if this is another member.</summary>
    public bool TryReadSampling(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("n"u8))
            Choices = (int)(JsonValue.Integer(ref reader, "n", 1, Limits.Choices) ?? 1);
        else if (reader.ValueTextEquals("stop"u8))
            Stop = ReadStop(ref reader, "stop", Limits.StopSequences);
        else if (reader.ValueTextEquals("max_tokens"u8))
            _maxTokens = JsonValue.Integer(ref reader, "max_tokens", 1, int.MaxValue);
        else if (reader.ValueTextEquals("max_completion_tokens"u8))
            _maxCompletionTokens = JsonValue.Integer(ref reader, "max_completion_tokens", 1, int.MaxValue);
        else if (reader.ValueTextEquals("function_call"u8))
            RefuseToolCall(ref reader, "function_call");
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

    /// <summary>Reads the member that the Responses contract has in place of max_tokens; false if this is another member.</summary>
    public bool TryReadMaxOutput(ref Utf8JsonReader reader)
    {
        if (!reader.ValueTextEquals("max_output_tokens"u8))
            return false;
        LimitWords(JsonValue.Integer(ref reader, "max_output_tokens", 1, int.MaxValue));
        return true;
    }

    /// <summary>Resets the parameters that the flat form does not have: it has one reply and no stream.</summary>
    public void MakeFlat() => (Choices, IsStreamed) = (1, false);

    private static bool ReadStreamOptions(ref Utf8JsonReader reader)
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

    /// <summary>Reads stop sequences. Empty ones, which come from empty form fields, are dropped: they would end every reply at its start.</summary>
    /// <param name="reader">Is at the name of the parameter.</param>
    /// <param name="param">The name for an error.</param>
    /// <param name="most">The largest number of sequences.</param>
    public static List<string> ReadStop(ref Utf8JsonReader reader, string param, int most)
    {
        var stop = new List<string>();
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                Add(reader.GetString());
                break;
            case JsonTokenType.StartArray:
                for (var count = 1; reader.ReadItem(); count++)
                {
                    if (reader.TokenType != JsonTokenType.String)
                        throw new ApiException(ApiError.WrongType(param, "a string or a list of strings"));
                    if (count > most)
                        throw new ApiException(ApiError.LongArray(param, most));
                    Add(reader.GetString());
                }
                break;
            default:
                throw new ApiException(ApiError.WrongType(param, "a string or a list of strings"));
        }
        return stop;

        void Add(string? sequence)
        {
            if (!string.IsNullOrEmpty(sequence))
                stop.Add(sequence);
        }
    }

    // ELIZA never calls a tool, so a client that requires a call would wait for it in vain.
    private static void RefuseToolCall(ref Utf8JsonReader reader, string param)
    {
        reader.Read();
        var mayTalk = reader.TokenType == JsonTokenType.Null
            || (reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals("auto"u8) || reader.ValueTextEquals("none"u8)));
        if (!mayTalk)
            throw new ApiException(ApiError.Unsupported(param, $"'{param}' must be auto or none: ELIZA calls no tools."));
    }

    /// <summary>Refuses a request for JSON. ELIZA answers in prose, and a client that parses it as JSON would fail far from the cause.</summary>
    /// <param name="reader">Is at the name of an object whose <c>type</c> names the format.</param>
    /// <param name="param">The name for an error.</param>
    public static void RefuseJsonFormat(ref Utf8JsonReader reader, string param)
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
