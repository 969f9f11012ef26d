using System.Globalization;
using System.Text;
using Eliza.Function.Tests.Support;
using Eliza.Service.Tests.Support;
using Eliza.Testing;

namespace Eliza.Function.Tests.Gateway;

/// <summary>Random events: some that a gateway could make of a request, and some that no gateway makes.</summary>
internal static class RandomEvents
{
    private const int MostWords = 4_500; // a few more than the limit of a line

    private static readonly string[] Words =
        ["I", "am", "my", "you", "your", "mother", "because", "remember", "computer", "like", "everybody", "sorry", "dream", "was", "if", "recall", "bye", Promise.Key];

    private static readonly string[] Paths =
        ["/v1/chat/completions", "/eliza", "/chat", "/v1/completions", "/v1/responses",
         "/model/doctor/invoke", "/model/us.eliza.mirror-v1:0/invoke-with-response-stream", "/model/eliza.counter-v1:0/converse",
         "/model/arn:aws:bedrock:us-east-1::foundation-model/doctor/converse-stream", "/model/doctor/count-tokens",
         "/v1/models", "/v1/models/doctor", "/health", "/foundation-models", "/"];

    private const int PostedPaths = 10; // the first ones are for POST

    private static readonly string[] HeaderNames =
        ["authorization", "x-api-key", "api-key", "x-forwarded-for", "content-encoding", "content-type", "forwarded", "x-real-ip", "cookie", "X-Forwarded-For"];

    private static readonly string[] Addresses =
        ["203.0.113.7", "203.0.113.7:80", "::ffff:203.0.113.7", "[::1]:443", "fe80::1%eth0", "::", "1.2.3.4, 5.6.7.8", "0x7f.1", "[", "]", "%", ",", "unknown", "Bearer " + Promise.Key, "identity"];

    private static readonly string[] Members =
        ["model", "messages", "stream", "stream_options", "n", "stop", "max_tokens", "max_completion_tokens", "seed", "temperature", "metadata", "response_format",
         "prompt", "echo", "input", "instructions", "text", "role", "content", "type", "include_usage", "name", "tool_calls",
         "system", "inferenceConfig", "maxTokens", "topP", "stopSequences", "additionalModelRequestFields", "guardrailConfig", "guardrailIdentifier", "guardContent",
         "outputConfig", "textFormat", "converse", "invokeModel", "body"];

    private static readonly string[] Values =
        ["null", "true", "false", "0", "-0", "1", "3", "128", "129", "1.0", "1e2", "1e400", "-1", "99999999999999999999", "{}", "[]", "\"user\"", "\"system\"", "\"text\"", "\"message\"",
         "\"doctor\"", "\"mirror\"", "\"openai/counter\"", "\"\"", "NaN", "'x'", "/**/1", "1,", "\"\\ud800\"", "\"\\u12\""];

    public static byte[] Bytes(Random dice)
    {
        var bytes = new byte[dice.Next(dice.Next(10) == 0 ? 100_000 : 300)];
        dice.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Lines of a user in any contract, whole or streamed.</summary>
    public static byte[] Lines(Random dice)
    {
        var lines = Enumerable.Range(0, dice.Next(1, 6)).Select(_ => Quoted(dice, OddText.Next(dice, Words, MostWords))).ToList();
        var messages = string.Join(',', lines.Select(line => $$"""{"role":"{{(dice.Next(6) == 0 ? "system" : "user")}}","content":{{line}}}"""));
        var path = Paths[dice.Next(PostedPaths)];
        if (path.Contains("converse", StringComparison.Ordinal) || path.Contains("count", StringComparison.Ordinal))
            return Posted(dice, path, Encoding.UTF8.GetBytes(Converse(dice, lines, path)));
        var more = dice.Next(3) == 0 ? $",\"n\":{dice.Next(1, 4)},\"stop\":{lines[0]},\"max_tokens\":{dice.Next(1, 9)},\"stream_options\":{{\"include_usage\":true}}" : "";
        return Posted(dice, path, Encoding.UTF8.GetBytes(
            $$"""{"model":"{{(dice.Next(2) == 0 ? "doctor" : dice.Next(2) == 0 ? "mirror" : "counter")}}","stream":{{(dice.Next(2) == 0 ? "true" : "false")}},"messages":[{{messages}}],"prompt":{{lines[0]}},"input":[{{messages}}]{{more}}}"""));
    }

    private static string Converse(Random dice, List<string> lines, string path)
    {
        var messages = string.Join(',', lines.Select(line => $$"""{"role":"{{(dice.Next(6) == 0 ? "assistant" : "user")}}","content":[{"text":{{line}}},{"guardContent":{"text":{"text":{{line}}} } }]}"""));
        var more = dice.Next(3) == 0 ? $$""","inferenceConfig":{"maxTokens":{{dice.Next(1, 9)}},"stopSequences":[{{lines[0]}}]},"additionalModelRequestFields":{"seed":{{dice.Next(9)}}}""" : "";
        var converse = $$"""{"system":[{"text":{{lines[0]}}}],"messages":[{{messages}}]{{more}}}""";
        return path.EndsWith("count-tokens", StringComparison.Ordinal) ? $$"""{"input":{"converse":{{converse}} } }""" : converse;
    }

    /// <summary>Random JSON of words from the contract, some of it damaged.</summary>
    public static byte[] Bodies(Random dice)
    {
        var body = Encoding.UTF8.GetBytes(dice.Next(4) == 0 ? Value(dice, 4) : $"{{\"messages\":[{{\"role\":\"user\",\"content\":\"a\"}}],{Member(dice, 4)},{Member(dice, 4)}}}");
        return Posted(dice, Paths[dice.Next(PostedPaths)], dice.Next(2) == 0 ? body : Damaged(dice, body));
    }

    /// <summary>Random methods, paths, headers, addresses, stages and ids. Some of the events are damaged.</summary>
    public static byte[] Heads(Random dice)
    {
        var request = new TestRequest(dice.Next(2) == 0 ? "POST" : Odd(dice), dice.Next(2) == 0 ? Paths[dice.Next(Paths.Length)] : "/" + Odd(dice))
        {
            SourceIp = Addresses[dice.Next(Addresses.Length)],
            Stage = dice.Next(2) == 0 ? "$default" : Odd(dice),
            RequestId = Odd(dice),
            Query = Odd(dice),
        };
        for (var headers = dice.Next(5); headers > 0; headers--)
        {
            request = request.With(
                dice.Next(3) > 0 ? HeaderNames[dice.Next(HeaderNames.Length)] : Odd(dice),
                dice.Next(2) == 0 ? Addresses[dice.Next(Addresses.Length)] : Odd(dice));
        }
        var bytes = request.ToEvent();
        return dice.Next(2) == 0 ? bytes : Damaged(dice, bytes);
    }

    private static string Odd(Random dice) => OddText.Next(dice, Words, 60);

    // The body as text, as base64, or as base64 that is marked as text.
    private static byte[] Posted(Random dice, string path, byte[] body) => dice.Next(4) switch
    {
        0 => TestRequest.PostBytes(path, body).With("authorization", "Bearer " + Promise.Key).ToEvent(),
        1 => TestRequest.PostBytes(path, body).ToEvent(),
        _ => Encoding.UTF8.GetBytes($$$"""
            {"headers":{"x-api-key":"{{{Promise.Key}}}"},"requestContext":{"http":{"method":"POST","path":"{{{path}}}","sourceIp":"203.0.113.7"}},
             "body":{{{Quoted(dice, Encoding.UTF8.GetString(body))}}},"isBase64Encoded":{{{(dice.Next(8) == 0 ? "true" : "false")}}}}
            """),
    };

    private static string Member(Random dice, int depth) => $"\"{Members[dice.Next(Members.Length)]}\":{Value(dice, depth)}";

    private static string Value(Random dice, int depth) => depth == 0 ? Values[dice.Next(Values.Length)] : dice.Next(5) switch
    {
        0 => $"[{string.Join(',', Enumerable.Range(0, dice.Next(4)).Select(_ => Value(dice, depth - 1)))}]",
        1 => $"{{{string.Join(',', Enumerable.Range(0, dice.Next(4)).Select(_ => Member(dice, depth - 1)))}}}",
        2 => Quoted(dice, OddText.Next(dice, Words, 60)),
        _ => Values[dice.Next(Values.Length)],
    };

    private static byte[] Damaged(Random dice, byte[] good)
    {
        var damaged = good.ToList();
        for (var times = dice.Next(1, 4); times > 0 && damaged.Count > 0; times--)
        {
            var place = dice.Next(damaged.Count);
            switch (dice.Next(4))
            {
                case 0: damaged.RemoveAt(place); break;
                case 1: damaged.Insert(place, (byte)dice.Next(256)); break;
                case 2: damaged[place] = (byte)dice.Next(256); break;
                default: damaged.RemoveRange(place, dice.Next(damaged.Count - place)); break;
            }
        }
        return [.. damaged];
    }

    // A JSON string, in which each unit may be escaped. Half of a surrogate pair is always escaped, because UTF-8 cannot hold it.
    private static string Quoted(Random dice, string text)
    {
        var escapesAll = dice.Next(2) == 0;
        var json = new StringBuilder("\"");
        foreach (var unit in text)
        {
            if (unit is '"' or '\\')
                json.Append('\\').Append(unit);
            else if (unit < ' ' || char.IsSurrogate(unit) || (escapesAll && unit > '~'))
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                json.Append(unit);
        }
        return json.Append('"').ToString();
    }
}
