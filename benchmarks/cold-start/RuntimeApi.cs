using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Eliza.ColdStart;

/// <summary>The smallest Runtime API for one function. It costs the same for all programs.</summary>
internal sealed class RuntimeApi : IDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] request = new byte[64 << 10];
    private readonly byte[] invocation;
    private Socket? function;
    private int filled;

    public RuntimeApi(ReadOnlySpan<byte> eventJson)
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var deadline = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();
        invocation = [
            .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\nLambda-Runtime-Deadline-Ms: {deadline}\r\nLambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700\r\nContent-Length: {eventJson.Length}\r\n\r\n")),
            .. eventJson];
    }

    public string Address => listener.LocalEndPoint!.ToString()!;

    /// <summary>Waits until the function asks for its first event.</summary>
    public void AcceptFirstNext()
    {
        function = listener.Accept();
        function.NoDelay = true;
        Expect("GET /2018-06-01/runtime/invocation/next"u8);
    }

    /// <summary>Sends the event, and waits for the answer and the next request. Returns the time until the answer came.</summary>
    public TimeSpan Invoke()
    {
        long start = Stopwatch.GetTimestamp();
        function!.Send(invocation);
        Expect("POST /2018-06-01/runtime/invocation/8476a536-e9f4-11e8-9739-2dfe598c3fcd/response"u8);
        var elapsed = Stopwatch.GetElapsedTime(start);
        if (request.AsSpan(0, filled).IndexOf("\"statusCode\":200"u8) < 0 && request.AsSpan(0, filled).IndexOf("\"statusCode\": 200"u8) < 0)
            throw new InvalidOperationException($"Not an answer with status 200: {Encoding.UTF8.GetString(request, 0, filled)}");
        function.Send("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n"u8);
        Expect("GET /2018-06-01/runtime/invocation/next"u8);
        return elapsed;
    }

    public void Dispose()
    {
        function?.Dispose();
        listener.Dispose();
    }

    private void Expect(ReadOnlySpan<byte> start)
    {
        filled = 0;
        while (!IsComplete())
        {
            int received = function!.Receive(request.AsSpan(filled));
            if (received == 0)
                throw new InvalidOperationException("The function closed its connection.");
            filled += received;
        }
        if (!request.AsSpan(0, filled).StartsWith(start))
            throw new InvalidOperationException($"Expected {Encoding.UTF8.GetString(start)}, got {Encoding.UTF8.GetString(request, 0, filled)}");
    }

    private bool IsComplete()
    {
        var received = request.AsSpan(0, filled);
        int head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        int value = FindLength(received[..head]);
        return value < 0 || (Utf8Parser.TryParse(received[value..head].TrimStart((byte)' '), out int length, out _) && filled >= head + 4 + length);
    }

    private static int FindLength(ReadOnlySpan<byte> head) =>
        head.IndexOf("Content-Length:"u8) is >= 0 and var upper ? upper + 15
        : head.IndexOf("content-length:"u8) is >= 0 and var lower ? lower + 15
        : -1;
}
