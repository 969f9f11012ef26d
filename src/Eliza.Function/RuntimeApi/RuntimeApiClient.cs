using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;

namespace Eliza.Function.RuntimeApi;

/// <summary>The Runtime API over HTTP, on one keep-alive connection.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</remarks>
internal sealed class RuntimeApiClient : IRuntimeApi, IDisposable
{
    /// <summary>The environment variable that holds the address.</summary>
    public const string AddressVariable = "AWS_LAMBDA_RUNTIME_API";

    private readonly HttpConnection _connection;
    private readonly ArrayBufferWriter<byte> _request = new(1024);
    private readonly byte[] _fields;

    /// <summary>A client of the Runtime API at an address such as <c>127.0.0.1:9001</c>.</summary>
    /// <exception cref="RuntimeApiException">The address is not of that form.</exception>
    public RuntimeApiClient(string? address)
    {
        if (!IPEndPoint.TryParse((address ?? "").Replace("localhost", "127.0.0.1", StringComparison.Ordinal), out var endpoint)
            || endpoint.Port == 0)
            throw new RuntimeApiException($"{AddressVariable} is \"{address}\", but should be the address and port of the Lambda Runtime API, such as 127.0.0.1:9001. Lambda sets it. To talk with Eliza outside Lambda, run Eliza.Cli.");
        _connection = new HttpConnection(endpoint);
        _fields = Encoding.ASCII.GetBytes($" HTTP/1.1\r\nHost: {address}\r\nUser-Agent: eliza/1.0\r\n");
    }

    /// <inheritdoc/>
    public Invocation Next()
    {
        Begin("GET /2018-06-01/runtime/"u8, "invocation/next");
        _request.Write("\r\n"u8);
        string? id = null, trace = null;
        var deadline = DateTimeOffset.MaxValue;
        var answer = Exchange(field =>
        {
            if (field.TryGet("Lambda-Runtime-Aws-Request-Id"u8, out var value))
                id = Encoding.Latin1.GetString(value);
            else if (field.TryGet("Lambda-Runtime-Trace-Id"u8, out value))
                trace = Encoding.Latin1.GetString(value);
            else if (field.TryGet("Lambda-Runtime-Deadline-Ms"u8, out value))
                deadline = ReadDeadline(value);
        });
        if (answer.Status != 200)
            throw Refused("invocation/next", answer);
        return string.IsNullOrEmpty(id)
            ? throw new RuntimeApiException("The Lambda Runtime API handed out an invocation without Lambda-Runtime-Aws-Request-Id.")
            : new Invocation(id, answer.Body, deadline, string.IsNullOrEmpty(trace) ? null : trace);
    }

    /// <inheritdoc/>
    public bool Respond(Invocation invocation, ReadOnlySpan<byte> response) =>
        Post($"invocation/{invocation.RequestId}/response", "Content-Type: application/json\r\nContent-Length: "u8, response);

    /// <inheritdoc/>
    public IResponseStream Stream(Invocation invocation)
    {
        var path = $"invocation/{invocation.RequestId}/response";
        Begin("POST /2018-06-01/runtime/"u8, path);
        _request.Write(
            "Content-Type: application/vnd.awslambda.http-integration-response\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n"u8);
        _request.Write(
            "Transfer-Encoding: chunked\r\nTrailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n"u8);
        return new ChunkedResponse(this, path);
    }

    /// <inheritdoc/>
    public void ReportError(Invocation invocation, FunctionError error) => Post($"invocation/{invocation.RequestId}/error", error);

    /// <inheritdoc/>
    public void ReportInitError(FunctionError error) => Post("init/error", error);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private static DateTimeOffset ReadDeadline(ReadOnlySpan<byte> milliseconds) =>
        Utf8Parser.TryParse(milliseconds, out long deadline, out _) && deadline >= 0 && deadline < LastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds(deadline)
            : DateTimeOffset.MaxValue;

    private void Begin(ReadOnlySpan<byte> start, string path)
    {
        _request.ResetWrittenCount();
        _request.Write(start);
        _request.Advance(Encoding.ASCII.GetBytes(path, _request.GetSpan(path.Length)));
        _request.Write(_fields);
    }

    private void Post(string path, FunctionError error) => Post(
        path,
        Encoding.ASCII.GetBytes($"Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: {error.Type}\r\nContent-Length: "),
        error.ToJson());

    private bool Post(string path, ReadOnlySpan<byte> fields, ReadOnlySpan<byte> body)
    {
        Begin("POST /2018-06-01/runtime/"u8, path);
        _request.Write(fields);
        Utf8Formatter.TryFormat(body.Length, _request.GetSpan(10), out int digits);
        _request.Advance(digits);
        _request.Write("\r\n\r\n"u8);
        _request.Write(body);
        return IsAccepted(path, Exchange());
    }

    private HttpAnswer Exchange(HttpFieldReader readField)
    {
        _connection.Send(_request.WrittenSpan);
        return _connection.Receive(readField);
    }

    private HttpAnswer Exchange() => Exchange(static _ => { });

    // 4xx: the answer is not wanted (too large, too late, sent twice). 5xx: the sandbox is broken.
    private static bool IsAccepted(string path, HttpAnswer answer) => answer.Status switch
    {
        >= 200 and < 300 => true,
        >= 400 and < 500 => false,
        _ => throw Refused(path, answer),
    };

    private static RuntimeApiException Refused(string path, HttpAnswer answer) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The Lambda Runtime API answered {answer.Status} to {path}."));

    private sealed class ChunkedResponse(RuntimeApiClient client, string path) : IResponseStream
    {
        public void Write(ReadOnlySpan<byte> piece)
        {
            if (piece.IsEmpty)
                return; // an empty chunk would end the answer
            var request = client._request;
            Utf8Formatter.TryFormat(piece.Length, request.GetSpan(8), out int digits, 'x');
            request.Advance(digits);
            request.Write("\r\n"u8);
            request.Write(piece);
            request.Write("\r\n"u8);
            client._connection.Send(request.WrittenSpan);
            request.ResetWrittenCount();
        }

        public bool End(FunctionError? error)
        {
            var request = client._request;
            request.Write("0\r\n"u8);
            if (error is not null)
                Encoding.ASCII.GetBytes($"Lambda-Runtime-Function-Error-Type: {error.Type}\r\nLambda-Runtime-Function-Error-Body: {Convert.ToBase64String(error.ToJson())}\r\n", request);
            request.Write("\r\n"u8);
            return IsAccepted(path, client.Exchange());
        }
    }
}
