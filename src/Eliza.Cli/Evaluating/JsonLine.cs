using System.Text.Json;

namespace Eliza.Cli.Evaluating;

/// <summary>Writes the outcome of a question as a line of JSON, for programs.</summary>
internal static class JsonLine
{
    public static void Write(Outcome outcome, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(new
    {
        outcome.Question.Id,
        Question = outcome.Question.Text,
        outcome.Question.Answers,
        Prediction = outcome.Reply,
        outcome.Error,
        outcome.Score.ExactMatch,
        outcome.Score.F1,
    }, EvaluationJson.Options));
}
