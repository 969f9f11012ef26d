namespace Eliza.Cli.Evaluating;

/// <summary>The outcome of a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Reply">The reply, or null if there was none.</param>
/// <param name="Error">Why there was no reply, or null.</param>
internal sealed record Outcome(Question Question, string? Reply, string? Error)
{
    /// <summary>A reply with this word counts as no answer, because many models cannot reply with nothing.</summary>
    public const string NoAnswer = "unanswerable";

    /// <summary>When the question was asked.</summary>
    public DateTimeOffset Began { get; init; }

    /// <summary>When the reply or error came.</summary>
    public DateTimeOffset Ended { get; init; }

    /// <summary>The score of the reply. Without a reply it is 0.</summary>
    public Score Score { get; } = Reply is null ? default : Score.Of(Score.Normalize(Reply) == NoAnswer ? "" : Reply, Question.Answers);
}
