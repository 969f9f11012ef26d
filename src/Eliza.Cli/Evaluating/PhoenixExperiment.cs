using System.Net;
using System.Text.Json;

namespace Eliza.Cli.Evaluating;

/// <summary>An experiment in Arize Phoenix on a dataset. It has a run and two evaluations for each question.</summary>
/// <remarks>https://arize.com/docs/phoenix/sdk-api-reference/rest-api</remarks>
internal sealed class PhoenixExperiment
{
    /// <summary>The environment variable with Phoenix's key.</summary>
    public const string KeyVariable = "PHOENIX_API_KEY";

    private const string KnownVersion = "20.3";

    private readonly JsonService _phoenix;
    private readonly string _id;
    private readonly Dictionary<string, string> _examples;

    private PhoenixExperiment(JsonService phoenix, string dataset, string id, Dictionary<string, string> examples)
    {
        (_phoenix, _id, _examples) = (phoenix, id, examples);
        Page = $"/datasets/{Uri.EscapeDataString(dataset)}/compare?experimentId={Uri.EscapeDataString(id)}";
    }

    /// <summary>The path of the page on which Phoenix shows the experiment.</summary>
    public string Page { get; }

    /// <summary>Updates the dataset and starts an experiment on it.</summary>
    /// <param name="phoenix">The Phoenix server.</param>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="questions">All questions of the dataset.</param>
    /// <param name="name">The experiment's name.</param>
    /// <param name="metadata">Further facts to show with the experiment.</param>
    /// <exception cref="HttpRequestException">Phoenix refused; the message says why.</exception>
    public static Task<PhoenixExperiment> BeginAsync(JsonService phoenix, string dataset, IReadOnlyList<Question> questions, string name, object metadata) => ExplainAsync(async () =>
    {
        // Without sync the answer is null.
        var uploaded = (await phoenix.PostAsync("/v1/datasets/upload?sync=true", new
        {
            Action = "update",
            Name = dataset,
            Inputs = questions.Select(question => new { Question = question.Text, question.Context }),
            Outputs = questions.Select(question => new { question.Answers }),
            ExampleIds = questions.Select(question => question.Id),
        })).GetProperty("data");
        var (id, version) = (Text(uploaded, "dataset_id"), Text(uploaded, "version_id"));
        var path = $"/v1/datasets/{Uri.EscapeDataString(id)}";
        var examples = (await phoenix.GetAsync($"{path}/examples?version_id={Uri.EscapeDataString(version)}")).GetProperty("data").GetProperty("examples").EnumerateArray()
            .ToDictionary(example => Text(example, "id"), example => Text(example, "node_id"));
        if (questions.FirstOrDefault(question => !examples.ContainsKey(question.Id)) is { } lost)
            throw new KeyNotFoundException($"no example {lost.Id}");
        var begun = await phoenix.PostAsync($"{path}/experiments", new { Name = name, Metadata = metadata, VersionId = version, Repetitions = 1 });
        return new PhoenixExperiment(phoenix, id, Text(begun.GetProperty("data"), "id"), examples);
    });

    /// <summary>Adds the outcome of a question.</summary>
    /// <exception cref="HttpRequestException">Phoenix refused; the message says why.</exception>
    public Task AddAsync(Outcome outcome) => ExplainAsync(async () =>
    {
        var run = Text((await _phoenix.PostAsync($"/v1/experiments/{Uri.EscapeDataString(_id)}/runs", new
        {
            DatasetExampleId = _examples[outcome.Question.Id],
            Output = outcome.Reply ?? "",
            RepetitionNumber = 1,
            StartTime = outcome.Began,
            EndTime = outcome.Ended,
            outcome.Error,
        })).GetProperty("data"), "id");
        foreach (var (name, score) in ((string, double)[])[("exact_match", outcome.Score.ExactMatch), ("f1", outcome.Score.F1)])
        {
            await _phoenix.PostAsync("/v1/experiment_evaluations", new
            {
                ExperimentRunId = run,
                Name = name,
                AnnotatorKind = "CODE",
                StartTime = outcome.Ended,
                EndTime = outcome.Ended,
                Result = new { Score = score },
            });
        }
        return run;
    });

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new InvalidOperationException($"{name} is null");

    private static async Task<T> ExplainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (HttpRequestException e) when (Advice(e.StatusCode) is { } advice)
        {
            throw new HttpRequestException($"{e.Message} ({advice})", e, e.StatusCode);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new HttpRequestException($"its answer is not as it was in {KnownVersion}, so it may be too old: {e.Message}", e);
        }
    }

    private static string? Advice(HttpStatusCode? status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"{KeyVariable} is to hold a key of Phoenix",
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnprocessableEntity => $"is this Phoenix, and of version {KnownVersion} or later?",
        _ => null,
    };
}
