using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Eliza.Benchmarks;

/// <summary>A process <c>eliza lsp</c> and its messages with an editor.</summary>
internal sealed class EditorSession : IDisposable
{
    private readonly Process _server = Saves.Launch("lsp");

    /// <summary>Starts the server and introduces itself.</summary>
    public EditorSession()
    {
        Send(new { jsonrpc = "2.0", id = 0, method = "initialize", @params = new { processId = Environment.ProcessId, capabilities = new { } } });
        Read().Dispose();
        Tell("initialized", new { });
    }

    /// <summary>Sends a message that has no answer.</summary>
    public void Tell(string method, object parameters) => Send(new { jsonrpc = "2.0", method, @params = parameters });

    /// <summary>The next message of the server.</summary>
    public JsonDocument Read()
    {
        var length = 0;
        while (Line() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header.AsSpan(15), CultureInfo.InvariantCulture);
        }
        var message = new byte[length];
        _server.StandardOutput.BaseStream.ReadExactly(message);
        return JsonDocument.Parse(message);
    }

    public void Dispose()
    {
        _server.Kill();
        _server.Dispose();
    }

    private string Line()
    {
        var line = new StringBuilder();
        while (_server.StandardOutput.BaseStream.ReadByte() is > 0 and not '\n' and var character)
            line.Append((char)character);
        return line.ToString().TrimEnd('\r');
    }

    private void Send(object message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        var output = _server.StandardInput.BaseStream;
        output.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
        output.Write(body);
        output.Flush();
    }
}
