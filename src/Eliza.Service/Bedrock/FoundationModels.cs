using System.Text.Json;
using Eliza.Service.Contract.Models;
using Eliza.Service.Http;

namespace Eliza.Service.Bedrock;

/// <summary>Writes the list of all models in Bedrock's form.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html</remarks>
internal static class FoundationModels
{
    public static void Write(ModelCatalog models, Response response)
    {
        response.AddHeader(ContentType.Json);
        var json = response.Json;
        json.WriteStartObject();
        json.WriteStartArray("modelSummaries"u8);
        foreach (var script in models.Scripts)
            WriteModel(script.Name, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteModel(string name, Utf8JsonWriter json)
    {
        var id = ModelId.Of(name);
        json.WriteStartObject();
        // Any region is right, because a request may name the ARN of any region.
        json.WriteString("modelArn"u8, $"arn:aws:bedrock:us-east-1::foundation-model/{id}");
        json.WriteString("modelId"u8, id);
        json.WriteString("modelName"u8, name);
        json.WriteString("providerName"u8, "Eliza"u8);
        WriteList("inputModalities"u8, "TEXT"u8, json);
        WriteList("outputModalities"u8, "TEXT"u8, json);
        json.WriteBoolean("responseStreamingSupported"u8, true);
        WriteList("inferenceTypesSupported"u8, "ON_DEMAND"u8, json);
        json.WriteStartObject("modelLifecycle"u8);
        json.WriteString("status"u8, "ACTIVE"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteList(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
