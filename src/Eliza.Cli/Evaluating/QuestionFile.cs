using System.Text.Json;

namespace Eliza.Cli.Evaluating;

/// <summary>A file of questions in the form of SQuAD 1.1 and 2.0.</summary>
/// <remarks>https://rajpurkar.github.io/SQuAD-explorer/</remarks>
internal static class QuestionFile
{
    /// <summary>The size of the largest file that is read. The largest file of SQuAD itself has 42 MB.</summary>
    public const int MostMegabytes = 256;

    /// <summary>Reads the questions, in the order of the file.</summary>
    /// <exception cref="FormatException">The file is not in the form of SQuAD; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The program has no right to read the file.</exception>
    public static IReadOnlyList<Question> Read(string path)
    {
        using var file = File.OpenRead(path);
        if (file.CanSeek && file.Length > MostMegabytes * 1024L * 1024)
            throw new FormatException($"{path} has {file.Length / 1024 / 1024:N0} MB. At most {MostMegabytes} are read: split it.");
        try
        {
            var questions = QuestionsIn(JsonSerializer.Deserialize<Squad>(file, Squad.Json)).ToList();
            return questions.Count > 0 ? questions : throw new FormatException("data: there is no question.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{path}({e.LineNumber + 1},{e.BytePositionInLine + 1}): {Explain(e)}", e);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{path}: {e.Message}", e);
        }
    }

    private static IEnumerable<Question> QuestionsIn(Squad? file)
    {
        var places = new Dictionary<string, string>();
        foreach (var (article, place) in Items(file?.Data, "data"))
        {
            foreach (var (paragraph, inArticle) in Items(article.Paragraphs, $"{place}.paragraphs"))
            {
                var context = paragraph.Context ?? throw Missing($"{inArticle}.context");
                foreach (var (question, inParagraph) in Items(paragraph.Qas, $"{inArticle}.qas"))
                {
                    var id = question.Id ?? throw Missing($"{inParagraph}.id");
                    if (!places.TryAdd(id, inParagraph))
                        throw new FormatException($"{inParagraph}.id: '{id}' is the id of {places[id]}, too.");
                    var answers = Items(question.Answers, $"{inParagraph}.answers").Select(answer => answer.Item.Text ?? throw Missing($"{answer.Place}.text"));
                    yield return new Question(id, question.Question ?? throw Missing($"{inParagraph}.question"), context, [.. answers]);
                }
            }
        }
    }

    private static IEnumerable<(T Item, string Place)> Items<T>(IReadOnlyList<T?>? list, string place)
        where T : class
    {
        if (list is null)
            throw Missing(place);
        return list.Select((item, index) => (item ?? throw Missing($"{place}[{index}]"), $"{place}[{index}]"));
    }

    private static FormatException Missing(string place) => new($"{place} is missing. A file of SQuAD is expected, version 1.1 or 2.0.");

    // The reader's message about broken JSON is fit for users. The serializer's message about a wrong type is not: it names our types.
    private static string Explain(JsonException fault) => fault.InnerException is JsonException
        ? fault.Message[..Math.Max(fault.Message.IndexOf(" Path:", StringComparison.Ordinal), 0)]
        : $"{(fault.Path is { Length: > 2 } path ? path[2..] : "this")} is not what a file of SQuAD has there.";
}
