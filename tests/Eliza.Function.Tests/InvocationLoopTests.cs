using System.Text;
using Eliza.Function.Lambda;
using Eliza.Function.RuntimeApi;
using Eliza.Function.Tests.Support;
using Eliza.Service.Tests.Support;

namespace Eliza.Function.Tests;

public sealed class InvocationLoopTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void A_start_that_fails_is_reported_before_any_event_is_asked_for()
    {
        var api = new ScriptedRuntimeApi("{}");

        Run(api, () => throw new InvalidOperationException("No script.")).ShouldBe(1);

        api.Calls.ShouldBe(["init error Function.InvalidOperationException: No script."]);
        _log.ShouldHaveSingleItem().ShouldContain("No script.");
    }

    [Fact]
    public void A_handler_that_throws_fails_its_own_invocation_only()
    {
        var api = new ScriptedRuntimeApi("bad", SampleEvents.Chat("Hello"));
        var function = Prepare(streams: false);

        RunUntilLost(api, () => function with
        {
            Handle = (invocation, response) =>
            {
                if (invocation.Event.Span.SequenceEqual("bad"u8))
                    throw new InvalidOperationException("It broke.");
                return function.Handle(invocation, response);
            },
        });

        api.Calls.Count.ShouldBe(2);
        api.Calls[0].ShouldBe("error 1 Function.InvalidOperationException: It broke.");
        api.Calls[1].ShouldStartWith("response 2 {\"statusCode\":200");
    }

    [Fact]
    public void What_is_no_event_of_an_HTTP_API_gets_an_answer_that_says_so()
    {
        var api = new ScriptedRuntimeApi("""{"Records":[{"eventSource":"aws:sqs"}]}""", "not JSON", "", "null", "[]");

        RunUntilLost(api, () => Prepare(streams: true));

        api.Calls.Count.ShouldBe(5);
        api.Calls.ShouldAllBe(call => call.StartsWith("response ") && call.Contains("\"statusCode\":400") && call.Contains("error"));
    }

    [Fact]
    public void A_response_that_Lambda_refuses_is_logged_with_its_id()
    {
        var api = new ScriptedRuntimeApi(SampleEvents.Chat("Hello"), SampleEvents.Chat("Hello")) { Accepts = false };

        RunUntilLost(api, () => Prepare(streams: false));

        api.Calls.Count.ShouldBe(2);
        _log.Count(line => line.Contains("refused the response") && line.Contains("\"request_id\":\"1\"")).ShouldBe(1);
    }

    [Fact]
    public void A_streamed_answer_to_a_Function_URL_begins_with_its_prelude_and_leaves_chunk_by_chunk()
    {
        var api = new ScriptedRuntimeApi(SampleEvents.Chat("Hello", stream: true, SampleEvents.FunctionUrl));

        RunUntilLost(api, () => Prepare(streams: true));

        api.Calls[0].ShouldBe("stream 1");
        api.Calls[1].ShouldStartWith("piece {\"statusCode\":200,\"headers\":{");
        api.Calls[1].ShouldEndWith("}\0\0\0\0\0\0\0\0");
        api.Calls[2..^1].Count.ShouldBeGreaterThan(2);
        api.Calls[2..^1].ShouldAllBe(piece => piece.StartsWith("piece data: ") && piece.EndsWith("\n\n"));
        api.Calls[^2].ShouldBe("piece data: [DONE]\n\n");
        api.Calls[^1].ShouldBe("end");
    }

    [Fact]
    public void The_frames_of_an_event_stream_leave_one_by_one_and_as_they_are()
    {
        var api = new ScriptedRuntimeApi(SampleEvents.Converse("Hello", "converse-stream", SampleEvents.FunctionUrl));

        RunUntilLost(api, () => Prepare(streams: true));

        api.Calls[0].ShouldBe("stream 1");
        api.Calls[1].ShouldContain("application/vnd.amazon.eventstream");
        var frames = api.Pieces[1..].ConvertAll(piece => EventFrame.Read(piece));
        (frames[0].Type, frames[^1].Type).ShouldBe(("messageStart", "metadata"));
        frames.Count.ShouldBeGreaterThan(4);
        api.Calls[^1].ShouldBe("end");
    }

    [Theory]
    [InlineData(true, SampleEvents.HttpApi, true)]
    [InlineData(false, SampleEvents.FunctionUrl, true)]
    public void To_others_everything_goes_whole(bool streams, string domain, bool asksForStream)
    {
        var api = new ScriptedRuntimeApi(SampleEvents.Chat("Tell me of .lambda-url.", asksForStream, domain));

        RunUntilLost(api, () => Prepare(streams));

        api.Calls.ShouldHaveSingleItem().ShouldStartWith("response 1 {\"statusCode\":200");
    }

    [Fact]
    public void A_fault_in_the_middle_of_a_stream_ends_it_with_the_error()
    {
        var api = new ScriptedRuntimeApi(SampleEvents.Chat("Hello", stream: true, SampleEvents.FunctionUrl)) { StreamFault = new InvalidOperationException("It broke.") };

        RunUntilLost(api, () => Prepare(streams: true));

        api.Calls[^1].ShouldBe("end Function.InvalidOperationException: It broke.");
    }

    [Fact]
    public void The_trace_of_an_invocation_is_where_tracing_libraries_look_and_goes_with_it()
    {
        var api = new ScriptedRuntimeApi("{}", "{}") { TraceIds = ["Root=1-5bef4de7", null] };
        var traces = new List<string?>();

        RunUntilLost(api, () => new PreparedFunction((_, _) => { traces.Add(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID")); return false; }, _ => { }));

        traces.ShouldBe(["Root=1-5bef4de7", null]);
    }

    [Theory]
    [InlineData("RESPONSE_STREAMING", "maybe")]
    [InlineData("RESPONSE_STREAMING", "1")]
    [InlineData("SYSTEM_MESSAGES", "ignroe")]
    [InlineData("LOG_REQUESTS", "yes")]
    [InlineData("TRUSTED_PROXY_CIDR", "10.0.0.300/8")]
    [InlineData("ALLOWED_CALLER_CIDR", "nonsense")]
    public void A_variable_that_cannot_be_read_refuses_every_request_and_is_named_in_the_log(string name, string value)
    {
        var api = new ScriptedRuntimeApi(SampleEvents.Chat("Hello"), SampleEvents.Chat("Hello"));

        RunUntilLost(api, () => FunctionStart.Prepare(variable => variable == name ? value : null, Log));

        api.Calls.Count.ShouldBe(2);
        api.Calls.ShouldAllBe(call => call.Contains("\"statusCode\":403") && call.Contains("service_misconfigured"));
        _log.Count.ShouldBe(2);
        _log.ShouldAllBe(line => line.Contains($"\"error\":\"{name} cannot be read"));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/v1/chat/completions")]
    [InlineData("/health")]
    public void In_RESPONSE_STREAM_mode_each_answer_to_a_Function_URL_is_a_stream_with_its_prelude(string path)
    {
        var url = SampleEvents.Chat("Hello", domain: SampleEvents.FunctionUrl).Replace("/v1/chat/completions", path, StringComparison.Ordinal);
        var api = new ScriptedRuntimeApi(url, url.Replace("\"POST\"", "\"OPTIONS\"", StringComparison.Ordinal), url.Replace("\"POST\"", "\"HEAD\"", StringComparison.Ordinal));

        RunUntilLost(api, () => Prepare(streams: true));

        api.Calls.Where(call => call.StartsWith("stream ", StringComparison.Ordinal)).ShouldBe(["stream 1", "stream 2", "stream 3"]);
        api.Calls.Count(call => call.StartsWith("piece {\"statusCode\":", StringComparison.Ordinal) && call.EndsWith("}\0\0\0\0\0\0\0\0", StringComparison.Ordinal)).ShouldBe(3);
        api.Calls.Count(call => call == "end").ShouldBe(3);
    }

    [Theory]
    [InlineData("REQUIRE_API_KEY", "true")]
    [InlineData("ALLOWED_CALLER_CIDR", "nonsense")]
    [InlineData("API_KEY_SHA256", "nonsense")]
    public void Settings_that_refuse_everybody_do_not_stop_the_start(string name, string value)
    {
        var function = FunctionStart.Prepare(variable => variable == name || (name == "API_KEY_SHA256" && variable == "REQUIRE_API_KEY") ? value : null, Log);

        var api = new ScriptedRuntimeApi(SampleEvents.Chat("Hello", key: "some-key"));
        RunUntilLost(api, () => function);

        api.Calls.ShouldHaveSingleItem().ShouldMatch("^response 1 \\{\"statusCode\":40[13]");
    }

    [Fact]
    public void The_request_that_warms_the_start_leaves_no_trace_in_the_log()
    {
        FunctionStart.Prepare(name => name == "LOG_REQUESTS" ? "true" : null, Log);

        _log.ShouldBeEmpty();
    }

    private PreparedFunction Prepare(bool streams) =>
        FunctionStart.Prepare(name => name == "RESPONSE_STREAMING" && streams ? "true" : null, Log);

    private int Run(IRuntimeApi api, Func<PreparedFunction> start) => new InvocationLoop(api, Log).Run(start);

    private void RunUntilLost(ScriptedRuntimeApi api, Func<PreparedFunction> start) =>
        Should.Throw<RuntimeApiException>(() => Run(api, start)).Message.ShouldBe(ScriptedRuntimeApi.Lost);

    private void Log(ReadOnlySpan<byte> line) => _log.Add(Encoding.UTF8.GetString(line));
}
