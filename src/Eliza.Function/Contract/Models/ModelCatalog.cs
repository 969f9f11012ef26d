using Eliza.Function.Http;
using Eliza.Runtime;

namespace Eliza.Function.Contract.Models;

/// <summary>The models that are served: every script, by its name.</summary>
internal sealed class ModelCatalog
{
    private const string DefaultName = "doctor";
    private const string DefaultAlias = "eliza-lambda";

    // LiteLLM's JavaScript client does not take off the provider that its users put in front.
    private const string ProviderPrefix = "openai/";

    // Clients show a model's date; the scripts have none, so it is that of the contract: 21 November 2026.
    private const long Created = 1795219200;

    private readonly Script[] _scripts;
    private readonly Script _default;

    public ModelCatalog(IReadOnlyList<Script> scripts)
    {
        _scripts = [.. scripts];
        _default = FindScript(DefaultName) ?? _scripts[0];
    }

    /// <summary>The script that a client asks for, the default if it asks for none.</summary>
    /// <exception cref="ApiException">There is no such script.</exception>
    public Script Find(string? model)
    {
        if (model is null)
            return _default;
        var name = model.StartsWith(ProviderPrefix, StringComparison.OrdinalIgnoreCase) ? model[ProviderPrefix.Length..] : model;
        return FindScript(name)
            ?? (name.Equals(DefaultAlias, StringComparison.OrdinalIgnoreCase) ? _default : throw new ApiException(ApiError.UnknownModel));
    }

    /// <summary>Writes the list of all models.</summary>
    public void WriteAll(Response response)
    {
        response.AddHeader(ContentType.Json);
        response.Json.WriteStartObject();
        response.Json.WriteConstant("object"u8, "list"u8);
        response.Json.WriteStartArray("data"u8);
        foreach (var script in _scripts)
            WriteModel(script.Name, response);
        response.Json.WriteEndArray();
        response.Json.WriteEndObject();
    }

    /// <summary>Writes one model by the name that the client gave it.</summary>
    public void WriteOne(string model, Response response)
    {
        _ = Find(model);
        response.AddHeader(ContentType.Json);
        WriteModel(model, response);
    }

    /// <summary>Writes the page for people.</summary>
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

            Models:
            """u8);
        foreach (var script in _scripts)
        {
            response.Write(" "u8);
            response.Write(System.Text.Encoding.UTF8.GetBytes(script.Name));
        }
        response.Write("\n"u8);
    }

    private Script? FindScript(string name)
    {
        foreach (var script in _scripts)
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
        response.Json.WriteConstant("object"u8, "model"u8);
        response.Json.WriteNumber("created"u8, Created);
        response.Json.WriteConstant("owned_by"u8, "eliza"u8);
        response.Json.WriteEndObject();
    }
}
