using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Eliza.ColdStart;

// Usage: dotnet run -c Release --project benchmarks/cold-start -- NATIVE [PORTABLE] [ROUNDS]
// NATIVE is the published `bootstrap`, PORTABLE the `bootstrap.dll` of the portable publish.
const int Invocations = 2000;

if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("Publish the function and give the path of its executable: see docs/performance-cold-start.md.");
    return 2;
}
string native = Path.GetFullPath(args[0]);
string? portable = args.ElementAtOrDefault(1) is { Length: > 0 } dll ? Path.GetFullPath(dll) : null;
int rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 30;

var candidates = Candidate.All(native, portable, AppContext.BaseDirectory).ToList();
// AWS sends the event without the white space of the file.
var eventJson = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "event.json")))!.ToJsonString();

// The programs take turns, so that other work of the machine affects all of them alike.
for (int round = 0; round < rounds; round++)
    foreach (var candidate in candidates)
        candidate.Runs.Add(Measure(candidate));

Report.Write(candidates, rounds, Invocations, native);
return 0;

Run Measure(Candidate candidate)
{
    using var api = new RuntimeApi(Encoding.UTF8.GetBytes(eventJson));
    string[] environment = [$"PATH={Environment.GetEnvironmentVariable("PATH")}", $"AWS_LAMBDA_RUNTIME_API={api.Address}", "_HANDLER=bootstrap", .. candidate.Environment];
    long start = Stopwatch.GetTimestamp();
    using var process = new Spawned(candidate.Command, environment);
    api.AcceptFirstNext();
    var firstNext = Stopwatch.GetElapsedTime(start);
    var firstResponse = firstNext + api.Invoke();
    var warm = Enumerable.Range(1, Invocations - 1).Select(_ => api.Invoke()).Order().ElementAt(Invocations / 2);
    return new Run(firstNext, firstResponse, warm, process.PeakMemory());
}
