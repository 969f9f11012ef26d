namespace Eliza.Service.Contract;

/// <summary>How much a request may ask for. They bound the work and the size of the answer, which Lambda limits to 6 MB.</summary>
internal static class Limits
{
    /// <summary>The most bytes of a body, after base64.</summary>
    public const int BodyBytes = 1 << 20;

    /// <summary>The most objects and arrays of a body within one another.</summary>
    public const int JsonLevels = 64;

    /// <summary>The most messages, input items or prompts.</summary>
    public const int Messages = 4096;

    /// <summary>The most words of a line that ELIZA hears.</summary>
    public const int LineWords = 4096;

    /// <summary>The most UTF-16 units of a line that ELIZA hears.</summary>
    public const int LineCharacters = 1 << 15;

    /// <summary>The most choices of a response, as with OpenAI.</summary>
    public const int Choices = 128;

    /// <summary>The most choices of a stream in frames: base64 is applied twice there, which makes the text nearly twice as long.</summary>
    public const int FramedChoices = 32;

    /// <summary>The most stop sequences, as with OpenAI.</summary>
    public const int StopSequences = 4;

    /// <summary>The most stop sequences of Converse, as with Bedrock.</summary>
    public const int ConverseStopSequences = 2500;

    /// <summary>The most UTF-16 units that the choices of a response share; what is longer is cut.</summary>
    public const int ReplyCharacters = 1 << 18;

    /// <summary>The most chunks of content of one choice.</summary>
    /// <remarks>LiteLLM gives up a stream of 100 equal chunks, which a patient who repeats himself can bring about.</remarks>
    public const int ContentChunks = 64;
}
