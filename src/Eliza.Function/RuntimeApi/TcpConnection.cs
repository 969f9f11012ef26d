using System.Net;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Eliza.Function.RuntimeApi;

/// <summary>A blocking TCP connection, made of libc's own calls.</summary>
internal sealed class TcpConnection : IDisposable
{
    private readonly SafeFileHandle _socket;

    /// <summary>Connects to an IPv4 address.</summary>
    /// <exception cref="IOException">Nobody listens there.</exception>
    public TcpConnection(IPEndPoint endpoint)
    {
        var address = endpoint.Serialize();
        _socket = new SafeFileHandle(Libc.Socket(Libc.InterNetwork, Libc.StreamCloseOnExec, 0), ownsHandle: true);
        // Without NoDelay a streamed chunk waits until the one before it is acknowledged.
        if (_socket.IsInvalid
            || Libc.Connect(_socket, address.Buffer.Span, address.Size) != 0
            || Libc.SetOption(_socket, Libc.Tcp, Libc.NoDelay, 1, sizeof(int)) != 0)
        {
            var error = LastError();
            _socket.Dispose();
            throw error;
        }
    }

    /// <summary>Sends all of <paramref name="bytes"/>.</summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int sent = (int)Libc.Send(_socket, bytes, bytes.Length, Libc.NoSignal);
            if (sent >= 0)
                bytes = bytes[sent..];
            else if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                throw LastError();
        }
    }

    /// <summary>Waits for bytes, however long, and returns how many came; 0 when the other side has closed.</summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    public int Receive(Span<byte> buffer)
    {
        while (true)
        {
            int received = (int)Libc.Receive(_socket, buffer, buffer.Length, flags: 0);
            if (received >= 0)
                return received;
            if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                throw LastError();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static IOException LastError() => new(Marshal.GetLastPInvokeErrorMessage());
}
