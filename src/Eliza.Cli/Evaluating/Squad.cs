using System.Text.Json;

namespace Eliza.Cli.Evaluating;

/// <summary>The members of a SQuAD file that are used here. Any of them may be absent.</summary>
internal sealed record Squad(IReadOnlyList<Squad.Article?>? Data)
{
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal sealed record Article(IReadOnlyList<Paragraph?>? Paragraphs);

    internal sealed record Paragraph(string? Context, IReadOnlyList<QuestionAndAnswers?>? Qas);

    internal sealed record QuestionAndAnswers(string? Id, string? Question, IReadOnlyList<Answer?>? Answers);

    internal sealed record Answer(string? Text);
}
