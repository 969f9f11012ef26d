using System.Text.Json.Nodes;
using Eliza.Service.Tests.Support;

namespace Eliza.Service.Tests.WorstCases;

/// <summary>A legal request of any contract, in parts that breeding can change.</summary>
/// <param name="Contract">The index in <see cref="Contracts"/>.</param>
/// <param name="Lines">The user's lines, as words.</param>
/// <param name="Times">The number of times that all lines are said.</param>
/// <param name="Choices">The number of choices, if the contract has choices.</param>
/// <param name="IsStreamed">Whether it asks for a stream.</param>
/// <param name="Most">The most tokens, or null.</param>
/// <param name="Stops">The stop sequences.</param>
internal sealed record BredRequest(int Contract, string[][] Lines, int Times, int Choices, bool IsStreamed, int? Most, string[] Stops)
{
    private static readonly string[] Contracts = ["chat", "completions", "responses", "flat", "converse", "invoke"];

    private static readonly string[] Words =
    [
        "my", "i", "you", "your", "are", "am", "like", "always", "everybody", "dream", "mother", "because", "hello", "computers", "yes", "if", "me",
        ",", ".", "?", "\"", "\\", "a", "\u2028", "\u00e9", "\ud83d\ude00", "e\u0301", "\u0130", "'", "*", "\t", "zz",
    ];

    /// <summary>The request, cut to the limit of a body.</summary>
    public TestRequest ToRequest()
    {
        var lines = Enumerable.Repeat(Lines.Select(words => string.Join(' ', words)), Times).SelectMany(line => line).ToList();
        var (path, body) = Contracts[Contract] switch
        {
            "completions" => ("/v1/completions", Chat("max_tokens", "stop") is var json && json.TryAdd("prompt", lines[^1]) ? json : []),
            "responses" => ("/v1/responses", new JsonObject { ["input"] = Messages(lines), ["stream"] = IsStreamed, ["max_output_tokens"] = Most }),
            "flat" => ("/chat", new JsonObject { ["messages"] = Messages(lines) }),
            "converse" => ($"/model/eliza-lambda/converse{(IsStreamed ? "-stream" : "")}", Converse(lines)),
            "invoke" => ($"/model/eliza-lambda/invoke{(IsStreamed ? "-with-response-stream" : "")}", new JsonObject { ["messages"] = Messages(lines), ["max_tokens"] = Most }),
            _ => ("/v1/chat/completions", Chat("max_completion_tokens", "stop") is var json && json.TryAdd("messages", Messages(lines)) ? json : []),
        };
        return TestRequest.Post(path, body.ToJsonString());
    }

    public static BredRequest Make(Random dice) => new(
        dice.Next(Contracts.Length),
        [.. Enumerable.Range(0, dice.Next(1, 5)).Select(_ => Line(dice))],
        1, dice.Next(3) == 0 ? 128 : dice.Next(1, 5), dice.Next(2) == 0, null, []);

    public BredRequest Change(Random dice, BredRequest other)
    {
        var lines = Lines.Select(words => words.ToList()).ToList();
        var line = lines[dice.Next(lines.Count)];
        var child = dice.Next(12) switch
        {
            0 => this with { Contract = dice.Next(Contracts.Length) },
            1 => this with { Times = Math.Clamp(dice.Next(2) == 0 ? Times * 2 : Times + dice.Next(-3, 4), 1, 4000) },
            2 => this with { Choices = Math.Clamp(dice.Next(2) == 0 ? Choices * 2 : Choices + dice.Next(-3, 4), 1, 128) },
            3 => this with { IsStreamed = !IsStreamed },
            4 => this with { Most = dice.Next(3) == 0 ? null : dice.Next(1, 10_000) },
            5 => this with { Stops = [.. Enumerable.Range(0, dice.Next(5)).Select(i => new string('z', dice.Next(1, 60)) + i)] },
            6 => this with { Lines = [.. Lines, other.Lines[dice.Next(other.Lines.Length)]] },
            7 when Lines.Length > 1 => this with { Lines = [.. Lines.Where((_, index) => index != dice.Next(Lines.Length)).DefaultIfEmpty(Lines[0])] },
            _ => this,
        };
        if (!ReferenceEquals(child, this))
            return child;
        var start = dice.Next(line.Count);
        var part = line.GetRange(start, dice.Next(1, Math.Min(40, line.Count - start) + 1));
        for (var times = dice.Next(4) == 0 ? 100 : dice.Next(3); times > 0 && line.Count + part.Count < 4_000; times--)
            line.InsertRange(start, part);
        line[dice.Next(line.Count)] = Words[dice.Next(Words.Length)];
        return this with { Lines = [.. lines.Select(words => words.ToArray())] };
    }

    private static string[] Line(Random dice) => [.. Enumerable.Range(0, dice.Next(1, 40)).Select(_ => Words[dice.Next(Words.Length)])];

    private static JsonArray Messages(List<string> lines) => [.. lines.Select(line => new JsonObject { ["role"] = "user", ["content"] = line })];

    private JsonObject Chat(string most, string stop)
    {
        JsonObject json = new() { ["n"] = Choices, ["stream"] = IsStreamed, [most] = Most };
        if (Stops.Length > 0)
            json[stop] = Array(Stops);
        return json;
    }

    private JsonObject Converse(List<string> lines) => new()
    {
        ["messages"] = new JsonArray([.. lines.Select(line => new JsonObject { ["role"] = "user", ["content"] = new JsonArray(new JsonObject { ["text"] = line }) })]),
        ["inferenceConfig"] = new JsonObject { ["maxTokens"] = Most, ["stopSequences"] = Array(Stops) },
    };

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
