using System.Text.Json;

namespace Eliza.Service.Contract;

/// <summary>The answer to a valid request, independent of the contract in which it is written.</summary>
/// <param name="Id">A unique id. Each contract puts its own prefix before it.</param>
/// <param name="Created">Unix time in seconds.</param>
/// <param name="Model">The model's name as the client wrote it.</param>
/// <param name="Replies">One for each choice.</param>
/// <param name="PromptWords">The number of words that ELIZA heard.</param>
internal sealed record Answer(string Id, long Created, string Model, Reply[] Replies, int PromptWords)
{
    /// <summary>The number of words that ELIZA said, in all choices.</summary>
    public int ReplyWords { get; } = CountWords(Replies);

    /// <summary>Writes the property <c>usage</c> of chat and legacy completions.</summary>
    public void WriteUsage(Utf8JsonWriter json)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("prompt_tokens"u8, PromptWords);
        json.WriteNumber("completion_tokens"u8, ReplyWords);
        json.WriteNumber("total_tokens"u8, PromptWords + ReplyWords);
        json.WriteEndObject();
    }

    private static int CountWords(Reply[] replies)
    {
        var words = 0;
        foreach (var reply in replies)
            words += Words.Count(reply.Text);
        return words;
    }
}
