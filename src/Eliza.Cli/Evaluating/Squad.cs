using System.Text.Json;

namespace Eliza.Cli.Evaluating;

/// <summary>What a file of SQuAD holds, as far as it is of use here. Anything may be absent.</summary>
internal sealed record Squad(IReadOnlyList<Squad.Article?>? Data)
{
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal sealed record Article(IReadOnlyList<Paragraph?>? Paragraphs);

    internal sealed record Paragraph(string? Context, IReadOnlyList<QuestionAndAnswers?>? Qas);

    internal sealed record QuestionAndAnswers(string? Id, string? Question, IReadOnlyList<Answer?>? Answers);

    internal sealed record Answer(string? Text);
}
