using System.Text.Json;
using Eliza.Service.Contract;
using Eliza.Service.Json;

namespace Eliza.Service.Bedrock;

/// <summary>Reads the parameters of an answer by their names in Converse.</summary>
internal static class InferenceConfig
{
    /// <summary>Reads <c>inferenceConfig</c>.</summary>
    public static void Read(ref Utf8JsonReader reader, Parameters parameters)
    {
        if (!JsonValue.EnterObject(ref reader, "inferenceConfig"))
            return;
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("maxTokens"u8))
                parameters.LimitWords(JsonValue.Integer(ref reader, "inferenceConfig.maxTokens", 1, int.MaxValue));
            else if (reader.ValueTextEquals("temperature"u8))
                parameters.Temperature = JsonValue.Number(ref reader, "inferenceConfig.temperature", 0, 1);
            else if (reader.ValueTextEquals("topP"u8))
                parameters.TopP = JsonValue.Number(ref reader, "inferenceConfig.topP", 0, 1);
            else if (reader.ValueTextEquals("stopSequences"u8))
                parameters.Stop = Parameters.ReadStop(ref reader, "inferenceConfig.stopSequences", Limits.ConverseStopSequences);
            else
                reader.Skip();
        }
    }

    /// <summary>Reads <c>additionalModelRequestFields</c>, which has the model's own parameters. ELIZA's only one is <c>seed</c>.</summary>
    public static void ReadAdditional(ref Utf8JsonReader reader, Parameters parameters)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }
        while (reader.ReadName())
        {
            if (reader.ValueTextEquals("seed"u8))
                parameters.Seed = JsonValue.Integer(ref reader, "additionalModelRequestFields.seed");
            else
                reader.Skip();
        }
    }
}
