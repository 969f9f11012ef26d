using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Eliza.Function.Tests.Support;

/// <summary>A server that answers every request on one connection with the given bytes in turn, and then closes it.</summary>
internal sealed class RawRuntimeApi : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RawRuntimeApi(params string[] answers)
    {
        _listener.Start();
        _ = Task.Run(() => ServeAsync(answers));
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(string[] answers)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[64 << 10];
        foreach (var answer in answers)
        {
            if (await stream.ReadAsync(buffer) == 0)
                return;
            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
        }
        client.Client.Shutdown(SocketShutdown.Send);
        while (await stream.ReadAsync(buffer) > 0)
            ;
    }
}
