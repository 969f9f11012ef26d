using Eliza.Service.Http;
using Eliza.Runtime;

namespace Eliza.Service.Contract.Models;

/// <summary>The models: each script is one, with the script's name.</summary>
internal readonly struct ModelCatalog(IReadOnlyList<Script> scripts)
{
    private const string DefaultName = "doctor";
    private const string DefaultAlias = "eliza-lambda";

    // LiteLLM's JavaScript client sends the provider's name before the model's.
    private const string ProviderPrefix = "openai/";

    // Clients show a model's date. Scripts have no date, so this is the date of the contract: 21 November 2026.
    private const long Created = 1795219200;

    /// <summary>The scripts, in the order of the list.</summary>
    public IReadOnlyList<Script> Scripts => scripts;

    private Script Default => FindScript(DefaultName) ?? (scripts.Count > 0 ? scripts[0] : throw new ApiException(ApiError.UnknownModel));

    /// <summary>The script that a client asks for, or the default if the client names none.</summary>
    /// <exception cref="ApiException">There is no such script.</exception>
    public Script Find(string? model)
    {
        if (model is null)
            return Default;
        var name = model.StartsWith(ProviderPrefix, StringComparison.OrdinalIgnoreCase) ? model[ProviderPrefix.Length..] : model;
        return FindNamed(name) ?? throw new ApiException(ApiError.UnknownModel);
    }

    /// <summary>Whether a name, without any prefix, is that of a model.</summary>
    public bool Has(string name) => FindNamed(name) is not null;

    /// <summary>Writes the list of all models.</summary>
    public void WriteAll(Response response)
    {
        response.AddHeader(ContentType.Json);
        response.Json.WriteStartObject();
        response.Json.WriteString("object"u8, "list"u8);
        response.Json.WriteStartArray("data"u8);
        foreach (var script in scripts)
            WriteModel(script.Name, response);
        response.Json.WriteEndArray();
        response.Json.WriteEndObject();
    }

    /// <summary>Writes one model. The name is the one that the client sent.</summary>
    public void WriteOne(string model, Response response)
    {
        _ = Find(model);
        response.AddHeader(ContentType.Json);
        WriteModel(model, response);
    }

    /// <summary>Writes the home page for people.</summary>
    public void WriteHome(Response response)
    {
        response.AddHeader(ContentType.Text);
        response.Write(
            """
            ELIZA, behind the OpenAI API. Nothing is kept between requests: send the whole conversation each time.

              curl THIS-ADDRESS/v1/chat/completions -H 'Content-Type: application/json' \
                -d '{"messages":[{"role":"user","content":"Men are all alike."}]}'

            POST /v1/chat/completions  chat completions, streamed or whole; also /eliza
            POST /v1/responses         the Responses API
            POST /v1/completions       legacy completions
            POST /chat                 one flat JSON object back
            GET  /v1/models            the models
            GET  /health               liveness

            Amazon Bedrock's clients take this address as their endpoint:
            POST /model/MODEL/converse, converse-stream, invoke, invoke-with-response-stream, count-tokens
            GET  /foundation-models

            Models:
            """u8);
        foreach (var script in scripts)
        {
            response.Write(" "u8);
            response.Write(System.Text.Encoding.UTF8.GetBytes(script.Name));
        }
        response.Write("\n"u8);
    }

    private Script? FindNamed(string name) =>
        FindScript(name) ?? (name.Equals(DefaultAlias, StringComparison.OrdinalIgnoreCase) ? Default : null);

    private Script? FindScript(string name)
    {
        foreach (var script in scripts)
        {
            if (script.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return script;
        }
        return null;
    }

    private static void WriteModel(string id, Response response)
    {
        response.Json.WriteStartObject();
        response.Json.WriteString("id"u8, id);
        response.Json.WriteString("object"u8, "model"u8);
        response.Json.WriteNumber("created"u8, Created);
        response.Json.WriteString("owned_by"u8, "eliza"u8);
        response.Json.WriteEndObject();
    }
}
