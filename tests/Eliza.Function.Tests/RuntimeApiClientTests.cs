using System.Text;
using System.Text.Json;
using Eliza.Function.RuntimeApi;
using Eliza.Function.Tests.Support;

namespace Eliza.Function.Tests;

public sealed class RuntimeApiClientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_arrives_whole_with_its_id_whether_its_length_is_given_or_not(bool chunked)
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        server.Chunked = chunked;
        using var client = new RuntimeApiClient(server.Address);
        var long_ = new string('x', 100_000);
        var id = server.Send($$"""{"text":"{{long_}}"}""");

        var invocation = client.Next();

        invocation.RequestId.ShouldBe(id);
        Encoding.UTF8.GetString(invocation.Event.Span).ShouldBe($$"""{"text":"{{long_}}"}""");
    }

    [Fact]
    public async Task The_deadline_and_the_trace_are_known()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        server.Deadline = "1795257855215";
        server.TraceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";
        using var client = new RuntimeApiClient(server.Address);
        server.Send("{}");

        var invocation = client.Next();

        invocation.Deadline.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1795257855215));
        invocation.TraceId.ShouldBe(server.TraceId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("9223372036854775807")]
    [InlineData("-1")]
    public async Task A_deadline_that_cannot_be_read_never_comes(string? deadline)
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        server.Deadline = deadline;
        using var client = new RuntimeApiClient(server.Address);
        server.Send("{}");

        client.Next().Deadline.ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task The_host_may_be_called_localhost()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        using var client = new RuntimeApiClient(server.Address.Replace("127.0.0.1", "localhost"));
        var id = server.Send("{}");

        client.Next().RequestId.ShouldBe(id);
    }

    [IPv6Fact]
    public async Task The_address_may_be_one_of_IPv6()
    {
        await using var server = await InProcessRuntimeApi.StartAsync("[::1]");
        server.Address.ShouldStartWith("[::1]:");
        using var client = new RuntimeApiClient(server.Address);
        var id = server.Send("{}");

        client.Next().RequestId.ShouldBe(id);
    }

    [Fact]
    public async Task Everything_goes_over_one_connection()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        using var client = new RuntimeApiClient(server.Address);
        for (int i = 0; i < 10; i++)
        {
            server.Send("{}");
            client.Respond(client.Next(), "{}"u8).ShouldBeTrue();
        }

        server.Connections.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_announced_end_of_the_connection_opens_another()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        server.Closes = true;
        using var client = new RuntimeApiClient(server.Address);
        server.Send("{}");

        client.Respond(client.Next(), "{}"u8).ShouldBeTrue();

        server.Connections.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_response_is_posted_as_it_is()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        using var client = new RuntimeApiClient(server.Address);
        var id = server.Send("{}");
        var body = Encoding.UTF8.GetBytes($$"""{"body":"{{new string('é', 200_000)}}"}""");

        client.Respond(client.Next(), body).ShouldBeTrue();

        var call = await server.ReceiveAsync();
        call.Path.ShouldBe($"invocation/{id}/response");
        call.Headers.ContentType.ToString().ShouldBe("application/json");
        call.Body.ShouldBe(body);
    }

    [Fact]
    public async Task An_error_carries_its_type_and_message()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        using var client = new RuntimeApiClient(server.Address);
        var id = server.Send("{}");

        client.ReportError(client.Next(), FunctionError.From(new InvalidOperationException("It is \"broken\"\nhere.")));

        var call = await server.ReceiveAsync();
        call.Path.ShouldBe($"invocation/{id}/error");
        call.Headers.ContentType.ToString().ShouldBe("application/vnd.aws.lambda.error+json");
        call.Headers["Lambda-Runtime-Function-Error-Type"].ToString().ShouldBe("Function.InvalidOperationException");
        ShouldBeError(call.Text, "Function.InvalidOperationException", "It is \"broken\"\nhere.");
    }

    [Fact]
    public async Task A_failed_start_has_a_path_of_its_own()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        using var client = new RuntimeApiClient(server.Address);

        client.ReportInitError(new FunctionError("Function.Unready", "Not ready."));

        var call = await server.ReceiveAsync();
        call.Path.ShouldBe("init/error");
        ShouldBeError(call.Text, "Function.Unready", "Not ready.");
    }

    [Fact]
    public async Task A_stream_leaves_in_chunks_and_has_no_trailers_when_all_went_well()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        using var client = new RuntimeApiClient(server.Address);
        server.Send("{}");

        var stream = client.Stream(client.Next());
        stream.Write("prelude"u8);
        stream.Write(default);
        stream.Write("chunk"u8);
        stream.End().ShouldBeTrue();

        var call = await server.ReceiveAsync();
        call.Path.ShouldEndWith("/response");
        call.Headers["Lambda-Runtime-Function-Response-Mode"].ToString().ShouldBe("streaming");
        call.Headers.TransferEncoding.ToString().ShouldBe("chunked");
        call.Headers.ContentType.ToString().ShouldBe("application/vnd.awslambda.http-integration-response");
        call.Text.ShouldBe("preludechunk");
        call.Trailers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_fails_says_so_in_its_trailers()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        using var client = new RuntimeApiClient(server.Address);
        server.Send("{}");

        var stream = client.Stream(client.Next());
        stream.Write("half of"u8);
        stream.End(new FunctionError("Function.Broken", "It broke.")).ShouldBeTrue();

        var call = await server.ReceiveAsync();
        call.Text.ShouldBe("half of");
        call.Trailers["Lambda-Runtime-Function-Error-Type"].ToString().ShouldBe("Function.Broken");
        var body = Convert.FromBase64String(call.Trailers["Lambda-Runtime-Function-Error-Body"].ToString());
        ShouldBeError(Encoding.UTF8.GetString(body), "Function.Broken", "It broke.");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    public async Task A_response_that_is_not_wanted_is_no_reason_to_exit(int status)
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        server.PostStatus = status;
        using var client = new RuntimeApiClient(server.Address);
        server.Send("{}");

        client.Respond(client.Next(), "{}"u8).ShouldBeFalse();
    }

    [Fact]
    public async Task A_broken_sandbox_is()
    {
        await using var server = await InProcessRuntimeApi.StartAsync();
        server.PostStatus = 500;
        using var client = new RuntimeApiClient(server.Address);
        server.Send("{}");
        var invocation = client.Next();

        Should.Throw<RuntimeApiException>(() => client.Respond(invocation, "{}"u8)).Message.ShouldContain("500");
    }

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 200\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 5\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 1\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 99999999999\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 2000000000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n{}\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")]
    public void An_answer_to_next_that_makes_no_sense_ends_the_process(string answer)
    {
        using var server = new RawRuntimeApi(answer);
        using var client = new RuntimeApiClient(server.Address);

        Should.Throw<RuntimeApiException>(() => client.Next());
    }

    [Theory]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nlambda-runtime-aws-request-id:7\r\ncontent-length:2\r\n\r\n{}")]
    [InlineData("HTTP/1.0 200 OK\r\nLambda-Runtime-Aws-Request-Id: 7\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nLAMBDA-RUNTIME-AWS-REQUEST-ID: \t7 \r\nTransfer-Encoding: Chunked\r\n\r\n1;name=value\r\n{\r\n01\r\n}\r\n0\r\nA-Trailer: 1\r\n\r\n")]
    public void Other_ways_to_say_the_same_in_HTTP_are_understood(string answer)
    {
        using var server = new RawRuntimeApi(answer);
        using var client = new RuntimeApiClient(server.Address);

        var invocation = client.Next();

        invocation.RequestId.ShouldBe("7");
        invocation.Event.ToArray().ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public void Endless_header_fields_are_given_up()
    {
        using var server = new RawRuntimeApi("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("A-Field: 1\r\n", 100_000)));
        using var client = new RuntimeApiClient(server.Address);

        Should.Throw<RuntimeApiException>(() => client.Next()).Message.ShouldContain("header fields");
    }

    [Fact]
    public void Nobody_at_the_address_is_said_clearly()
    {
        string address;
        using (var server = new RawRuntimeApi())
            address = server.Address;
        using var client = new RuntimeApiClient(address);

        Should.Throw<RuntimeApiException>(() => client.Next()).Message.ShouldContain(address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9001")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("http://127.0.0.1:9001")]
    public void An_address_that_is_none_names_the_variable(string? address) =>
        Should.Throw<RuntimeApiException>(() => new RuntimeApiClient(address)).Message.ShouldContain("AWS_LAMBDA_RUNTIME_API");

    private static void ShouldBeError(string json, string type, string message)
    {
        var error = JsonDocument.Parse(json).RootElement;
        error.GetProperty("errorType").GetString().ShouldBe(type);
        error.GetProperty("errorMessage").GetString().ShouldBe(message);
        error.GetProperty("stackTrace").GetArrayLength().ShouldBe(0);
    }
}
