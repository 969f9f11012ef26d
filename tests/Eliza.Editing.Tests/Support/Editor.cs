using System.Text.Json;
using System.Threading.Channels;
using Eliza.Cli.Editing;
using Eliza.Cli.Editing.Protocol;
using Nerdbank.Streams;
using StreamJsonRpc;

namespace Eliza.Editing.Tests.Support;

/// <summary>An editor that is connected to a server by streams in memory.</summary>
internal sealed class Editor : IAsyncDisposable
{
    public const string Uri = "file:///scripts/parrot.txt";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Stream _stream;
    private readonly JsonRpc _connection;
    private readonly Task<bool> _server;
    private readonly Channel<PublishDiagnosticsParams> _published = Channel.CreateUnbounded<PublishDiagnosticsParams>();
    private readonly Dictionary<string, int> _versions = [];

    private Editor()
    {
        (_stream, var server) = FullDuplexStream.CreatePair();
        _server = LanguageServer.RunAsync(server, server);
        _connection = new(new HeaderDelimitedMessageHandler(_stream, _stream, new SystemTextJsonFormatter { JsonSerializerOptions = Connection.Json }));
        var options = new JsonRpcTargetOptions { UseSingleObjectParameterDeserialization = true };
        _connection.AddLocalRpcTarget(new Listener(this), options);
        _connection.StartListening();
    }

    /// <summary>The server's messages to the user.</summary>
    public Channel<string> Shown { get; } = Channel.CreateUnbounded<string>();

    /// <summary>What the server asked the editor for.</summary>
    public Channel<string> Asked { get; } = Channel.CreateUnbounded<string>();

    /// <summary>An editor whose server is ready.</summary>
    public static async Task<Editor> StartAsync(object? capabilities = null)
    {
        var editor = NotInitialized();
        await editor.AskAsync<JsonElement>("initialize", new { processId = (int?)null, capabilities = capabilities ?? new { } });
        await editor.TellAsync("initialized", new { });
        return editor;
    }

    /// <summary>An editor that has sent no message.</summary>
    public static Editor NotInitialized() => new();

    /// <summary>An editor with one script.</summary>
    public static async Task<Editor> WithAsync(string text, string uri = Uri)
    {
        var editor = await StartAsync();
        await editor.OpenAsync(text, uri);
        return editor;
    }

    public Task<T> AskAsync<T>(string method, object? parameters = null, CancellationToken cancellation = default) =>
        _connection.InvokeWithParameterObjectAsync<T>(method, parameters, cancellation).WaitAsync(Patience, cancellation);

    public Task TellAsync(string method, object? parameters = null) => _connection.NotifyWithParameterObjectAsync(method, parameters).WaitAsync(Patience);

    public Task OpenAsync(string text, string uri = Uri) =>
        TellAsync("textDocument/didOpen", new { textDocument = new { uri, languageId = "eliza", version = _versions[uri] = 1, text } });

    public Task CloseAsync(string uri = Uri) => TellAsync("textDocument/didClose", new { textDocument = new { uri } });

    /// <summary>Replaces the text between two positions.</summary>
    public Task TypeAsync(string text, (int Line, int Character) from, (int Line, int Character)? to = null, string uri = Uri) =>
        ChangeAsync([new(new(new(from.Line, from.Character), new((to ?? from).Line, (to ?? from).Character)), text)], uri);

    public Task ChangeAsync(IReadOnlyList<ContentChange> changes, string uri = Uri) =>
        TellAsync("textDocument/didChange", new { textDocument = new { uri, version = ++_versions[uri] }, contentChanges = changes });

    /// <summary>The server's findings for the current text.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string uri = Uri)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var published = await _published.Reader.ReadAsync(patience.Token);
            if (published.Uri == uri && published.Version == _versions[uri])
                return published.Diagnostics;
        }
    }

    /// <summary>The next findings for any document.</summary>
    public async Task<PublishDiagnosticsParams> PublishedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _published.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Writes bytes to the server. They need not be a message.</summary>
    public async Task WriteAsync(string bytes)
    {
        await _stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(bytes));
        await _stream.FlushAsync();
    }

    /// <summary>Waits for the server's end. The result is whether the editor sent <c>shutdown</c> first.</summary>
    public Task<bool> EndAsync() => _server.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await EndAsync();
    }

    private sealed class Listener(Editor editor)
    {
        [JsonRpcMethod("textDocument/publishDiagnostics")]
        public void Publish(PublishDiagnosticsParams findings) => editor._published.Writer.TryWrite(findings);

        [JsonRpcMethod("client/registerCapability")]
        public void Register(JsonElement asked)
        {
            var registration = asked.GetProperty("registrations")[0];
            editor.Asked.Writer.TryWrite($"client/registerCapability {registration.GetProperty("method")} {registration.GetProperty("registerOptions").GetProperty("watchers")[0].GetProperty("globPattern")}");
        }

        [JsonRpcMethod("workspace/codeLens/refresh")]
        public void Refresh() => editor.Asked.Writer.TryWrite("workspace/codeLens/refresh");

        [JsonRpcMethod("window/showMessage")]
        public void Show(JsonElement message) => editor.Shown.Writer.TryWrite(message.GetProperty("message").GetString()!);
    }
}
