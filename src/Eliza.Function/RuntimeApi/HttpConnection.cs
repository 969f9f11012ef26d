using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Eliza.Function.RuntimeApi;

/// <summary>
/// One keep-alive HTTP/1.1 connection for one request at a time (RFC 9112). It connects on first use. It connects again only
/// after an answer that announced the end of the connection. Every other loss is an error and is not retried.
/// </summary>
internal sealed class HttpConnection(IPEndPoint endpoint) : IDisposable
{
    /// <summary>The most bytes of an answer that are read: several times Lambda's limit of 6 MB for an event.</summary>
    public const int MaximumAnswer = 32 << 20;

    private const int MaximumHead = 64 << 10;

    private Socket? _socket;
    private byte[] _buffer = new byte[8 << 10];
    private int _position; // parsed up to here
    private int _filled;   // received up to here

    /// <summary>Sends a request, or a part of one.</summary>
    /// <exception cref="RuntimeApiException">The connection cannot be made or is lost.</exception>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _socket ??= Connect();
            _socket.Send(bytes);
        }
        catch (SocketException lost)
        {
            throw Lost(lost);
        }
    }

    /// <summary>Waits without a limit for the answer to the request.</summary>
    /// <param name="readField">Takes each header field that is not about the connection itself.</param>
    /// <exception cref="RuntimeApiException">The connection is lost, or the answer is not HTTP.</exception>
    public HttpAnswer Receive(HttpFieldReader readField)
    {
        _position = _filled = 0;
        int status, head;
        bool endsConnection, isChunked;
        ReadOnlySpan<byte> contentLength;
        do
        {
            (bool isHttp11, status) = ReadStatus();
            endsConnection = !isHttp11;
            isChunked = false;
            contentLength = default;
            head = _position;
            for (var line = ReadLine(); line.Length > 0; line = ReadLine())
            {
                if (_position - head > MaximumHead)
                    throw Malformed("its header fields are too long");
                var field = new HttpField(line);
                if (field.TryGet("Content-Length"u8, out var value))
                    contentLength = value;
                else if (field.TryGet("Transfer-Encoding"u8, out value))
                    isChunked = Ascii.EqualsIgnoreCase(value, "chunked"u8);
                else if (field.TryGet("Connection"u8, out value))
                    endsConnection = Ascii.EqualsIgnoreCase(value, "close"u8) || (endsConnection && !Ascii.EqualsIgnoreCase(value, "keep-alive"u8));
                else
                    readField(field);
            }
        } while (status is >= 100 and < 200); // interim answers

        int body = _position;
        int length = status is 204 or 304 ? 0 : isChunked ? ReadChunks() : ReadWhole(contentLength, endsConnection);

        if (endsConnection)
            Dispose();
        else if (_position != _filled)
            throw Malformed("more came than was announced");
        return new HttpAnswer(status, _buffer.AsMemory(body, length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private Socket Connect()
    {
        // Without NoDelay a streamed chunk waits until the one before it is acknowledged.
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(endpoint);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private (bool Http11, int Status) ReadStatus()
    {
        var line = ReadLine();
        return line.StartsWith("HTTP/1."u8) && line.Length >= 12 && line[8] == ' '
            && Utf8Parser.TryParse(line[9..], out int status, out int digits) && digits == 3
            ? (line[7] != '0', status)
            : throw Malformed("it is not HTTP/1.1");
    }

    private int ReadWhole(ReadOnlySpan<byte> contentLength, bool endsConnection)
    {
        if (contentLength.IsEmpty && endsConnection)
        {
            int start = _position;
            while (Fill())
                _position = _filled;
            _position = _filled;
            return _position - start;
        }
        if (!Utf8Parser.TryParse(contentLength, out int length, out int digits) || digits != contentLength.Length || length < 0)
            throw Malformed("its length is not given");
        Take(length);
        return length;
    }

    // Moves the chunks together, so that the body is in one piece at the place of the first chunk.
    private int ReadChunks()
    {
        int start = _position, end = start;
        while (true)
        {
            if (!Utf8Parser.TryParse(ReadLine(), out int length, out _, 'x') || length < 0)
                throw Malformed("the length of a chunk is not a number");
            if (length == 0)
                break;
            int chunk = _position;
            Take(length);
            _buffer.AsSpan(chunk, length).CopyTo(_buffer.AsSpan(end));
            end += length;
            if (ReadLine().Length > 0)
                throw Malformed("a chunk is longer than announced");
        }
        while (ReadLine().Length > 0)
            ; // trailers
        return end - start;
    }

    private ReadOnlySpan<byte> ReadLine()
    {
        int start = _position, searched = _position;
        while (true)
        {
            int end = _buffer.AsSpan(searched, _filled - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                _position = searched + end + 1;
                var line = _buffer.AsSpan(start, _position - start - 1);
                return line is [.., (byte)'\r'] ? line[..^1] : line;
            }
            searched = _filled;
            if (_filled - start > MaximumHead)
                throw Malformed("a line is too long");
            if (!Fill())
                throw Lost();
        }
    }

    private void Take(int length)
    {
        if (length > MaximumAnswer)
            throw Malformed($"it is longer than {MaximumAnswer} bytes");
        _position += length;
        while (_filled < _position)
            if (!Fill())
                throw Lost();
    }

    private bool Fill()
    {
        int wanted = Math.Max(_position, _filled + 1);
        if (wanted > MaximumAnswer)
            throw Malformed($"it is longer than {MaximumAnswer} bytes");
        if (wanted > _buffer.Length)
            Array.Resize(ref _buffer, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)wanted));
        try
        {
            int received = _socket!.Receive(_buffer.AsSpan(_filled));
            _filled += received;
            return received > 0;
        }
        catch (SocketException lost)
        {
            throw Lost(lost);
        }
    }

    private RuntimeApiException Lost(SocketException? cause = null) =>
        new($"The connection to the Lambda Runtime API at {endpoint} is lost: {cause?.Message ?? "it was closed before the answer was complete"}", cause);

    private RuntimeApiException Malformed(string what) =>
        new($"The Lambda Runtime API at {endpoint} sent an answer that cannot be understood: {what}.");
}
