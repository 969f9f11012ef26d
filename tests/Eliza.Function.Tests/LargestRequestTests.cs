using System.Globalization;
using System.Text;
using Eliza.Function.Tests.Support;
using Eliza.Service.Tests.Support;

namespace Eliza.Function.Tests;

/// <summary>The native executable has a heap of 64 MB. That is enough for all legal requests in any order.</summary>
public sealed class LargestRequestTests
{
    /// <summary>A little less than the limit of a body.</summary>
    private const int Room = (1 << 20) - 2048;

    private static readonly (string Kind, int Status, string Event)[] Largest =
    [
        ("lines that every choice remembers", 200, Chat("my ", 12_280, "\"n\":128")),
        ("lines of one keyword", 200, Chat("i ", 8_190, "\"n\":128")),
        ("the same, streamed", 200, Chat("i ", 8_190, "\"n\":128,\"stream\":true")),
        ("lines without a keyword", 200, Chat("qq ", 12_280, "\"n\":128,\"logprobs\":null")),
        ("lines of one word", 200, Chat("é", 32_000, "\"n\":128")),
        ("escapes", 200, Post("/v1/chat/completions", $$"""{"messages":[{{Lines(@"\u006d\u0079 ", 13 * 4_000)}}],"n":128}""")),
        ("short lines", 200, Post("/v1/chat/completions", $$"""{"n":128,"messages":[{{Repeat("""{"role":"user","content":"I am sad, and my mother hates me."}""", 4096)}}]}""")),
        ("one long line in many parts", 200, Post("/v1/chat/completions", $$"""{"messages":[{"role":"user","content":[{{Repeat("""{"type":"text","text":"my "}""", 4_000)}}]}]}""")),
        ("prompts", 200, Post("/v1/completions", $$"""{"prompt":[{{Repeat("\"I am what my mother says.\"", 4096 / 128)}}],"n":4}""")),
        ("input", 200, Post("/v1/responses", $$"""{"input":[{{Lines("my ", 12_280)}}]}""")),
        ("input, streamed", 200, Post("/v1/responses", $$"""{"stream":true,"input":[{{Lines("i ", 8_190)}}]}""")),
        ("a Converse", 200, Post("/model/doctor/converse", $$"""{"messages":[{{Blocks("my ", 12_280)}}]}""")),
        ("a Converse, streamed", 200, Post("/model/doctor/converse-stream", $$"""{"messages":[{{Blocks("i ", 8_190)}}]}""")),
        ("members that nobody reads", 200, Post("/v1/chat/completions", $$"""{"messages":[{"role":"user","content":"Hello"}],"unread":{{Nested(40)}},"unread_too":"{{new string('x', 900_000)}}"}""")),
        ("base64", 200, Encoding.UTF8.GetString(TestRequest.PostBytes("/v1/chat/completions", Encoding.UTF8.GetBytes($$"""{"messages":[{{Lines("my ", 12_280)}}],"n":128}""")).ToEvent())),
        ("a body of 6 MB", 413, SampleEvents.Post(new string('x', 6_000_000))),
        ("a body of 6 MB that begins well", 413, SampleEvents.Post("""{"messages":[{"role":"user","content":" """ + new string('x', 5_900_000))),
        ("lines that are too long", 400, Chat("my ", 900_000, "\"n\":128")),
        ("a small one", 200, SampleEvents.Chat("Hello")),
    ];

    [PublishedFact]
    public async Task The_largest_of_each_kind_are_answered_a_thousand_times_in_any_order()
    {
        await using var function = await PublishedFunction.StartAsync(("LOG_REQUESTS", "true"));
        var dice = new Random(1966);
        for (var count = 0; count < 1_000; count++)
        {
            var (kind, status, sent) = Largest[dice.Next(Largest.Length)];
            var call = await function.Api.InvokeAsync(sent);
            call.Text[..Math.Min(call.Text.Length, 200)].ShouldContain($"\"statusCode\":{status.ToString(CultureInfo.InvariantCulture)}", customMessage: $"{kind}, number {count}");
        }
        await function.StopAsync();
    }

    [Fact]
    public void The_largest_are_nearly_as_large_as_a_body_may_be() =>
        Largest.Count(one => one.Status == 200 && one.Event.Length > (1 << 20) - 130_000).ShouldBeGreaterThan(10);

    private static string Chat(string unit, int length, string members) => Post("/v1/chat/completions", $$"""{"messages":[{{Lines(unit, length)}}],{{members}}}""");

    private static string Post(string path, string body) => Encoding.UTF8.GetString(TestRequest.Post(path, body).ToEvent());

    private static string Lines(string unit, int length) => Fill($$"""{"role":"user","content":"{{Repeated(unit, length)}}"}""");

    private static string Blocks(string unit, int length) => Fill($$"""{"role":"user","content":[{"text":"{{Repeated(unit, length)}}"}]}""");

    private static string Fill(string message) => Repeat(message, Math.Max(1, Room / (Encoding.UTF8.GetByteCount(message) + 1)));

    private static string Repeat(string item, int times) => string.Join(',', Enumerable.Repeat(item, times));

    private static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("[", levels)) + string.Concat(Enumerable.Repeat("]", levels));
}
