namespace Eliza.Service.Contract;

/// <summary>The limits of a request. They bound the work and the size of the answer, which may have 6 MB in Lambda.</summary>
internal static class Limits
{
    /// <summary>The most bytes of a body, after base64 is decoded.</summary>
    public const int BodyBytes = 1 << 20;

    /// <summary>The most levels of objects and arrays in a body.</summary>
    public const int JsonLevels = 64;

    /// <summary>The most messages, input items or prompts.</summary>
    public const int Messages = 4096;

    /// <summary>The most words of a line that ELIZA hears.</summary>
    public const int LineWords = 4096;

    /// <summary>The most UTF-16 units of a line that ELIZA hears.</summary>
    public const int LineCharacters = 1 << 15;

    /// <summary>The most choices of a response, the same as OpenAI's limit.</summary>
    public const int Choices = 128;

    /// <summary>The most choices of a stream in frames. Base64 is applied twice there, so the text becomes nearly twice as long.</summary>
    public const int FramedChoices = 32;

    /// <summary>The most stop sequences, the same as OpenAI's limit.</summary>
    public const int StopSequences = 4;

    /// <summary>The most stop sequences of Converse, the same as Bedrock's limit.</summary>
    public const int ConverseStopSequences = 2500;

    /// <summary>The most UTF-16 units of all choices of a response together. Longer replies are cut.</summary>
    public const int ReplyCharacters = 1 << 18;

    /// <summary>The most chunks of content of one choice.</summary>
    /// <remarks>LiteLLM aborts a stream with 100 equal chunks. A user who repeats a word could cause that.</remarks>
    public const int ContentChunks = 64;
}
