using System.Text.Json;
using Eliza.Cli.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Eliza.Cli.Tests.Evaluating;

/// <summary>
/// A stand-in for Arize Phoenix with the parts that an evaluation needs, behind a path prefix. It refuses what Phoenix refuses: unknown
/// members, members of a wrong type, ids that it did not give, and a wrong order.
/// </summary>
internal sealed class PhoenixStandIn : IAsyncDisposable
{
    public const string Key = "phoenix-key";

    private const string Dataset = "RGF0YXNldDox=";
    private const string Version = "RGF0YXNldFZlcnNpb246MQ==";
    private const string Experiment = "RXhwZXJpbWVudDox=";

    private readonly Lock _turn = new();
    private readonly List<string> _examples = [];
    private StandIn? _server;
    private bool _isRead;

    /// <summary>Answers a request in another way, or returns null for the usual answer.</summary>
    public Func<HttpContext, (int Status, string Body)?> Instead { get; init; } = _ => null;

    /// <summary>The requests, each as method and path.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The reasons why requests were refused.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The dataset that was sent.</summary>
    public JsonElement Uploaded { get; private set; }

    /// <summary>The experiment that was sent.</summary>
    public JsonElement Begun { get; private set; }

    /// <summary>The runs that were sent, in order.</summary>
    public List<JsonElement> Runs { get; } = [];

    /// <summary>The evaluations: the number of the run, the name, the score.</summary>
    public List<(int Run, string Name, double Score)> Evaluations { get; } = [];

    public string Url => $"{_server!.Url}/phoenix";

    public async Task<PhoenixStandIn> StartAsync()
    {
        _server = await StandIn.StartAsync(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            var (status, answer) = Take(context, body);
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(answer);
        });
        return this;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private (int Status, string Body) Take(HttpContext context, string body)
    {
        lock (_turn)
        {
            var request = context.Request;
            Requests.Add($"{request.Method} {request.Path}{request.QueryString}");
            if (Instead(context) is { } other)
                return other;
            try
            {
                return (200, JsonSerializer.Serialize(new { data = Answer(request, body) }));
            }
            catch (Exception e) when (e is ShouldAssertException or KeyNotFoundException or InvalidOperationException or JsonException)
            {
                Faults.Add($"{Requests[^1]}: {e.Message}");
                return (422, JsonSerializer.Serialize(new { detail = e.Message }));
            }
        }
    }

    private object? Answer(HttpRequest request, string body)
    {
        request.Headers.Authorization.ToString().ShouldBe($"Bearer {Key}");
        request.Headers.ContentEncoding.ShouldBeEmpty();
        var json = request.Method == "POST" ? Read(request, body) : default;
        switch (Requests[^1])
        {
            case "POST /phoenix/v1/datasets/upload?sync=true":
                return Upload(json);
            case $"GET /phoenix/v1/datasets/{Dataset}/examples?version_id=RGF0YXNldFZlcnNpb246MQ%3D%3D":
                _examples.ShouldNotBeEmpty();
                _isRead = true;
                // The examples come in another order, together with one from an older dataset.
                return new { dataset_id = Dataset, version_id = Version, examples = _examples.Append("of-old").Reverse().Select(id => new { id, node_id = Node(id), input = new { }, output = new { } }) };
            case $"POST /phoenix/v1/datasets/{Dataset}/experiments":
                _isRead.ShouldBeTrue();
                Members(json, "name:String", "metadata:Object", "version_id:String", "repetitions:Number");
                json.GetProperty("version_id").GetString().ShouldBe(Version);
                json.GetProperty("repetitions").GetInt32().ShouldBe(1);
                Begun = json;
                return new { id = Experiment, dataset_id = Dataset, dataset_version_id = Version };
            case $"POST /phoenix/v1/experiments/{Experiment}/runs":
                return Run(json);
            case "POST /phoenix/v1/experiment_evaluations":
                return Evaluate(json);
            default:
                throw new InvalidOperationException("There is no such path.");
        }
    }

    private static JsonElement Read(HttpRequest request, string body)
    {
        request.ContentType.ShouldBe("application/json; charset=utf-8");
        return JsonElement.Parse(body);
    }

    private object Upload(JsonElement json)
    {
        Members(json, "action:String", "name:String", "inputs:Array", "outputs:Array", "example_ids:Array");
        json.GetProperty("action").GetString().ShouldBe("update");
        _examples.ShouldBeEmpty();
        _examples.AddRange(json.GetProperty("example_ids").EnumerateArray().Select(id => id.GetString()!));
        _examples.ShouldBeUnique();
        foreach (var name in (string[])["inputs", "outputs"])
        {
            json.GetProperty(name).GetArrayLength().ShouldBe(_examples.Count);
            json.GetProperty(name).EnumerateArray().ShouldAllBe(value => value.ValueKind == JsonValueKind.Object);
        }
        Uploaded = json;
        return new { dataset_id = Dataset, version_id = Version, num_created_examples = _examples.Count };
    }

    private object Run(JsonElement json)
    {
        Begun.ValueKind.ShouldBe(JsonValueKind.Object);
        Members(json, ["dataset_example_id:String", "output:String", "repetition_number:Number", "start_time:String", "end_time:String", .. json.TryGetProperty("error", out _) ? ["error:String"] : Array.Empty<string>()]);
        Times(json);
        var example = json.GetProperty("dataset_example_id").GetString();
        _examples.Select(Node).ShouldContain(example);
        Runs.ShouldNotContain(run => run.GetProperty("dataset_example_id").GetString() == example);
        Runs.Add(json);
        return new { id = $"run-{Runs.Count - 1}" };
    }

    private object Evaluate(JsonElement json)
    {
        Members(json, "experiment_run_id:String", "name:String", "annotator_kind:String", "start_time:String", "end_time:String", "result:Object");
        Times(json);
        json.GetProperty("annotator_kind").GetString().ShouldBe("CODE");
        Members(json.GetProperty("result"), "score:Number");
        var run = Enumerable.Range(0, Runs.Count).Single(number => json.GetProperty("experiment_run_id").GetString() == $"run-{number}");
        Evaluations.Add((run, json.GetProperty("name").GetString()!, json.GetProperty("result").GetProperty("score").GetDouble()));
        return new { id = $"evaluation-{Evaluations.Count}" };
    }

    private static void Times(JsonElement json) => json.GetProperty("end_time").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(json.GetProperty("start_time").GetDateTimeOffset());

    private static void Members(JsonElement json, params string[] wanted) =>
        json.EnumerateObject().Select(member => $"{member.Name}:{member.Value.ValueKind}").ShouldBe(wanted, ignoreOrder: true);

    private static string Node(string id) => $"RGF0YXNldEV4YW1wbGU6-{id}";
}
