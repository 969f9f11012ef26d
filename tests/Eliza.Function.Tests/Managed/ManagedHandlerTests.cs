using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Lambda.Core;
using Eliza.Function.Lambda;
using Eliza.Function.RuntimeApi;
using Eliza.Function.Tests.Lex;
using Eliza.Function.Tests.Support;
using Eliza.Service;

namespace Eliza.Function.Tests.Managed;

/// <summary>The handler for AWS's own runtime client gives the same answers as the executable to the same events.</summary>
public sealed partial class ManagedHandlerTests
{
    private readonly ManagedHandler _handler = new();
    private readonly PreparedFunction _function = FunctionStart.Prepare(_ => null, _ => { });

    public static TheoryData<string, string> Events { get; } = new()
    {
        { "an HTTP API", SampleEvents.Chat("Men are all alike.") },
        { "an HTTP API, as a stream", SampleEvents.Chat("Men are all alike.", stream: true) },
        { "an HTTP API, in bytes", SampleEvents.Converse("Men are all alike.", "converse-stream") },
        { "a Function URL", SampleEvents.Chat("Men are all alike.", domain: SampleEvents.FunctionUrl) },
        { "a Function URL, as a stream", SampleEvents.Chat("Men are all alike.", stream: true, SampleEvents.FunctionUrl) },
        { "a body that is none", SampleEvents.Post("{\"nonsense\"") },
        { "Lex", Encoding.UTF8.GetString(LexEvents.Says("Men are all alike.", new JsonObject { ["mine"] = "kept" })) },
        { "Lex, a dialog", Encoding.UTF8.GetString(LexEvents.Says("Men are all alike.", change: sent => sent["invocationSource"] = "DialogCodeHook")) },
        { "nobody known", """{"Records":[{"eventSource":"aws:sqs"}]}""" },
        { "nobody, without JSON", "not JSON" },
        { "nobody, without anything", "" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_has_the_answer_that_the_executable_gives(string sender, string json)
    {
        var response = new Response();
        _function.Handle(new Invocation("1", Encoding.UTF8.GetBytes(json), DateTimeOffset.MaxValue, TraceId: null), response);
        var expected = Encoding.UTF8.GetString(new Output().Write(response, isStream: false));

        using var answer = _handler.Handle(new MemoryStream(Encoding.UTF8.GetBytes(json)), new Context());

        answer.Position.ShouldBe(0);
        var given = new StreamReader(answer).ReadToEnd();
        given.ShouldNotBeEmpty();
        Steady(given).ShouldBe(Steady(expected), sender);
    }

    [Fact]
    public void A_bot_hears_the_reply()
    {
        using var answer = _handler.Handle(new MemoryStream(LexEvents.Says("Men are all alike.")), new Context());
        LexEvents.Reply(JsonNode.Parse(answer)!).ShouldBe("In what way?");
    }

    [Fact]
    public void Answers_keep_their_bytes_when_another_is_made()
    {
        using var first = _handler.Handle(new MemoryStream(LexEvents.Says("Men are all alike.")), new Context());
        using var second = _handler.Handle(new MemoryStream(LexEvents.Says("I am unhappy.")), new Context());
        LexEvents.Reply(JsonNode.Parse(first)!).ShouldBe("In what way?");
        LexEvents.Reply(JsonNode.Parse(second)!).ShouldNotBe("In what way?");
    }

    // Removes ids and times. In a binary stream it also removes the text after the latency, because the checksums depend on it.
    private static string Steady(string answer) => Varying().Replace(answer, "");

    [GeneratedRegex("""[0-9a-f]{32}|(?<=created\W{1,12})\d+|(?<="body":")AAAA.*(?=",)""")]
    private static partial Regex Varying();

    private sealed class Context : ILambdaContext
    {
        public string AwsRequestId => "1";

        public TimeSpan RemainingTime => TimeSpan.FromSeconds(10);

        public string TraceId => "";
    }
}
