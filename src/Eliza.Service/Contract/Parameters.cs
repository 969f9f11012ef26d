using System.Text.Json;
using Eliza.Service.Json;

namespace Eliza.Service.Contract;

/// <summary>The parameters of a request that matter here. All others are ignored.</summary>
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

    /// <summary>The most words of a reply; the newer of the two names wins.</summary>
    public int MaxWords => (int)(_maxCompletionTokens ?? _maxTokens ?? int.MaxValue);

    /// <summary>Sets the most words of a reply, where a contract has one name for it.</summary>
    public void LimitWords(long? most) => _maxTokens = most;

    /// <summary>Reads a member that every contract has; false if it is none of them.</summary>
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

    /// <summary>Reads a member that chat and legacy completions have in addition; false if it is none of them.</summary>
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

    /// <summary>Reads the member that the Responses contract has in place of max_tokens; false if it is another.</summary>
    public bool TryReadMaxOutput(ref Utf8JsonReader reader)
    {
        if (!reader.ValueTextEquals("max_output_tokens"u8))
            return false;
        LimitWords(JsonValue.Integer(ref reader, "max_output_tokens", 1, int.MaxValue));
        return true;
    }

    /// <summary>Resets what the flat form does not have: it gives one reply, and does not stream it.</summary>
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

    /// <summary>Reads stop sequences. Empty ones are left out: they would end every reply before it begins, and forms that were left empty send them.</summary>
    /// <param name="reader">Stands on their name.</param>
    /// <param name="param">The name to give in an error.</param>
    /// <param name="most">The most sequences.</param>
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

    // ELIZA never calls a tool, so a client that must have a call would wait for it in vain.
    private static void RefuseToolCall(ref Utf8JsonReader reader, string param)
    {
        reader.Read();
        var mayTalk = reader.TokenType == JsonTokenType.Null
            || (reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals("auto"u8) || reader.ValueTextEquals("none"u8)));
        if (!mayTalk)
            throw new ApiException(ApiError.Unsupported(param, $"'{param}' must be auto or none: ELIZA calls no tools."));
    }

    /// <summary>Refuses a wish for JSON: ELIZA speaks prose, and a client that parses it would fail far from the cause.</summary>
    /// <param name="reader">Stands on the name of an object whose <c>type</c> says the format.</param>
    /// <param name="param">The name to give in the error.</param>
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
