namespace Eliza.Cli.Evaluating;

/// <summary>A model behind an endpoint of OpenAI's API.</summary>
/// <param name="service">The endpoint.</param>
/// <param name="model">The model's name there, or null for the endpoint's default.</param>
/// <param name="readsContext">Whether the model also gets the text that has the answer.</param>
internal sealed class Endpoint(JsonService service, string? model, bool readsContext)
{
    private const string Instruction = $"Answer the question with as few words of the text as possible, and nothing else. If the text does not answer it, say only: {Outcome.NoAnswer}";

    /// <summary>The reply to a question. Each question is a conversation of its own.</summary>
    public async Task<string> AnswerAsync(Question question)
    {
        object[] messages = readsContext
            ? [Message("system", Instruction), Message("user", $"{question.Context}\n\nQuestion: {question.Text}")]
            : [Message("user", question.Text)];
        var answer = await service.PostAsync("/chat/completions", new { Model = model, Messages = messages });
        try
        {
            return answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? "";
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new HttpRequestException("the answer has no text at choices[0].message.content", e);
        }
    }

    private static object Message(string role, string content) => new { Role = role, Content = content };
}
