namespace Eliza.Service.Http;

/// <summary>The endpoints of the service.</summary>
internal enum Endpoint
{
    ChatCompletions,
    FlatChat,
    Completions,
    Responses,
    Models,
    Model,
    Health,
    Home,
    Converse,
    ConverseStream,
    Invoke,
    InvokeStream,
    CountTokens,
    FoundationModels,

    /// <summary>The host's own pages for browsers.</summary>
    Page,

    /// <summary>The host's own routes for authors of scripts.</summary>
    Script,

    /// <summary>An endpoint of OpenAI or Bedrock that ELIZA does not have.</summary>
    Unsupported,
}
