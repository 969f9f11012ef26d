namespace Eliza.Cli.Evaluating;

/// <summary>What became of a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Reply">The reply, or null if there was none.</param>
/// <param name="Error">Why there was none, or null.</param>
internal sealed record Outcome(Question Question, string? Reply, string? Error)
{
    /// <summary>The reply that says that the text has no answer: many models cannot say nothing.</summary>
    public const string NoAnswer = "unanswerable";

    /// <summary>When it was asked.</summary>
    public DateTimeOffset Began { get; init; }

    /// <summary>When the reply was there.</summary>
    public DateTimeOffset Ended { get; init; }

    /// <summary>The reply's score; a question that was not answered has none.</summary>
    public Score Score { get; } = Reply is null ? default : Score.Of(Score.Normalize(Reply) == NoAnswer ? "" : Reply, Question.Answers);
}
