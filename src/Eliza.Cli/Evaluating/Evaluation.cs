using System.Diagnostics;

namespace Eliza.Cli.Evaluating;

/// <summary>Asks the questions of a file.</summary>
internal static class Evaluation
{
    // A limit, because other people may use the service too.
    private const int AtOnce = 4;

    /// <summary>Asks several questions at the same time and returns the outcomes in the order of the questions.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="answer">Gives the reply to a question, or fails with <see cref="HttpRequestException"/>.</param>
    public static async IAsyncEnumerable<Outcome> RunAsync(IEnumerable<Question> questions, Func<Question, Task<string>> answer)
    {
        var asked = new Queue<Task<Outcome>>();
        foreach (var question in questions)
        {
            if (asked.Count == AtOnce)
                yield return await asked.Dequeue();
            asked.Enqueue(AskAsync(question, answer));
        }
        while (asked.TryDequeue(out var outcome))
            yield return await outcome;
    }

    private static async Task<Outcome> AskAsync(Question question, Func<Question, Task<string>> answer)
    {
        var (began, start) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        var outcome = await AnswerAsync(question, answer);
        return outcome with { Began = began, Ended = began + Stopwatch.GetElapsedTime(start) };
    }

    private static async Task<Outcome> AnswerAsync(Question question, Func<Question, Task<string>> answer)
    {
        try
        {
            return new(question, await answer(question), null);
        }
        catch (HttpRequestException e)
        {
            return new(question, null, e.Message);
        }
    }
}
