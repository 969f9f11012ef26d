using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Eliza.Cli.Tests.Support;

/// <summary>A connection on which anything can be sent.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new();
    private NetworkStream _stream = null!;

    public static async Task<RawClient> ConnectAsync(Uri server)
    {
        var client = new RawClient();
        await client._client.ConnectAsync(server.Host, server.Port);
        client._stream = client._client.GetStream();
        return client;
    }

    /// <summary>Sends a request on a new connection, and returns the status and text of the answer.</summary>
    public static async Task<(int Status, string Text)> AskAsync(Uri server, string request)
    {
        using var client = await ConnectAsync(server);
        await client.SendAsync(request);
        var text = Encoding.UTF8.GetString(await client.ReadToEndAsync());
        return (StatusOf(text), text);
    }

    /// <summary>A request as clients send it. The connection closes after it.</summary>
    public static string Chat(string line, string members = "")
    {
        var body = $$"""{{{members}}"messages":[{"role":"user","content":"{{line}}"}]}""";
        return $"POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
    }

    public static int StatusOf(string answer) => int.Parse(Regex.Match(answer, @"^HTTP/1\.1 (\d{3}) ").Groups[1].Value, CultureInfo.InvariantCulture);

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes);

    /// <summary>Ends sending, but not receiving.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Waits for the first bytes of the answer.</summary>
    public async Task<int> ReadSomeAsync() => await _stream.ReadAsync(new byte[100]).AsTask().WaitAsync(LocalProcess.Patience);

    /// <summary>Reads until the server closes. Bytes are missing if the server closed before it had read all of the request.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var answer = new MemoryStream();
        try
        {
            await _stream.CopyToAsync(answer).WaitAsync(LocalProcess.Patience);
        }
        catch (IOException)
        {
        }
        return answer.ToArray();
    }

    /// <summary>Resets the connection, like a client that crashes.</summary>
    public void Reset()
    {
        _client.LingerState = new LingerOption(true, 0);
        _client.Close();
    }

    public void Dispose() => _client.Dispose();
}
