using System.Diagnostics;
using System.Reflection;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;
using Eliza.Generator.Language;
using StreamJsonRpc;

namespace Eliza.Cli.Editing;

/// <summary>
/// The language server for one editor, over two streams, until the editor sends <c>exit</c>. Messages are taken in order. A question
/// is answered in the background, with the text that the document had when the question came.
/// </summary>
internal sealed class LanguageServer
{
    private const int InvalidRequest = -32600;
    private const int NotInitialized = -32002;
    private const int RequestFailed = -32803;

    private readonly Documents _documents = new();
    private readonly TaskCompletionSource _exit = new();
    private readonly Connection _connection;
    private readonly Lenses _lenses;
    private bool _isInitialized;
    private bool _isShutDown;

    private LanguageServer(Stream output, Stream input)
    {
        _connection = Connection.Over(output, input, Objection);
        _lenses = new(_documents, _connection);
        var options = new JsonRpcTargetOptions { AllowNonPublicInvocation = true, UseSingleObjectParameterDeserialization = true };
        _connection.AddLocalRpcTarget(this, options);
        _connection.AddLocalRpcTarget(_lenses, options);
    }

    /// <summary>Serves an editor until it exits or the connection ends.</summary>
    /// <returns>Whether the editor sent <c>shutdown</c> first, as the protocol asks.</returns>
    public static async Task<bool> RunAsync(Stream output, Stream input)
    {
        var server = new LanguageServer(output, input);
        using var connection = server._connection;
        connection.StartListening();
        await Task.WhenAny(server._exit.Task, connection.Completion.ContinueWith(_ => { }, TaskScheduler.Default));
        foreach (var document in server._documents.All)
            document.Dispose();
        return server._isShutDown;
    }

    [JsonRpcMethod("initialize")]
    internal InitializeResult Initialize(InitializeParams client)
    {
        _isInitialized = true;
        _lenses.Meet(client.Capabilities);
        if (client.ProcessId is { } editor)
            _ = ExitWithAsync(editor);
        return new(new(), new("eliza", typeof(LanguageServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]));
    }

    [JsonRpcMethod("shutdown")]
    internal object? Shutdown()
    {
        _isShutDown = true;
        return null;
    }

    [JsonRpcMethod("exit")]
    internal void Exit() => _exit.TrySetResult();

    [JsonRpcMethod("textDocument/didOpen")]
    internal void DidOpen(DidOpenParams opened) => Publish(_documents.Open(opened.TextDocument));

    [JsonRpcMethod("textDocument/didChange")]
    internal void DidChange(DidChangeParams changed)
    {
        if (_documents.Change(changed) is { } document)
            Publish(document);
    }

    [JsonRpcMethod("textDocument/didClose")]
    internal void DidClose(DidCloseParams closed)
    {
        _documents.Close(closed.TextDocument.Uri);
        _ = NotifyAsync("textDocument/publishDiagnostics", new PublishDiagnosticsParams(closed.TextDocument.Uri, null, []));
    }

    [JsonRpcMethod("textDocument/codeAction")]
    internal Task<IReadOnlyList<CodeAction>?> CodeActions(CodeActionParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Mending.Actions(view, asked), cancellation);

    [JsonRpcMethod("textDocument/hover")]
    internal Task<Hover?> Hover(PlaceParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Telling.At(view, view.Lines.Offset(asked.Position)), cancellation);

    [JsonRpcMethod("textDocument/completion")]
    internal Task<IReadOnlyList<CompletionItem>?> Completion(PlaceParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Completing.At(view, view.Lines.Offset(asked.Position)), cancellation);

    [JsonRpcMethod("textDocument/definition")]
    internal Task<IReadOnlyList<Location>?> Definition(PlaceParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Places(view, asked.TextDocument.Uri, asked.Position, mention => mention.IsDeclaration), cancellation);

    [JsonRpcMethod("textDocument/references")]
    internal Task<IReadOnlyList<Location>?> References(ReferenceParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Places(view, asked.TextDocument.Uri, asked.Position, mention => !mention.IsDeclaration || asked.Context?.IncludeDeclaration == true), cancellation);

    [JsonRpcMethod("textDocument/documentHighlight")]
    internal Task<IReadOnlyList<DocumentHighlight>?> Highlights(PlaceParams asked, CancellationToken cancellation) =>
        OfAsync<IReadOnlyList<DocumentHighlight>>(asked.TextDocument, view => Naming.At(view, view.Lines.Offset(asked.Position)) is { } at
            ? [.. Naming.Of(view, at.Name).Select(mention => new DocumentHighlight(view.Range(mention.Place), mention.IsDeclaration ? 3 : 2))]
            : [], cancellation);

    [JsonRpcMethod("textDocument/prepareRename")]
    internal Task<TextRange?> PrepareRename(PlaceParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Renamed(view, asked.Position) is { } at ? view.Range(at.Place) : null, cancellation);

    [JsonRpcMethod("textDocument/rename")]
    internal Task<WorkspaceEdit?> Rename(RenameParams asked, CancellationToken cancellation) => OfAsync(asked.TextDocument, view =>
    {
        if (Renamed(view, asked.Position) is not { } at)
            return null;
        var name = asked.NewName.TrimStart('@', '/');
        if (!Naming.IsName(view, name))
            throw new LocalRpcException($"'{asked.NewName}' cannot be a name: a name is one word.") { ErrorCode = RequestFailed };
        return new WorkspaceEdit(new()
        {
            [asked.TextDocument.Uri] = [.. Naming.Of(view, at.Name).Where(mention => mention.IsSpelled).Select(mention => new TextEdit(view.Range(mention.Place), name))],
        });
    }, cancellation);

    [JsonRpcMethod("textDocument/documentSymbol")]
    internal Task<IReadOnlyList<DocumentSymbol>?> Symbols(DocumentParams asked, CancellationToken cancellation) => OfAsync(asked.TextDocument, Outline.Symbols, cancellation);

    [JsonRpcMethod("textDocument/foldingRange")]
    internal Task<IReadOnlyList<FoldingRange>?> Folds(DocumentParams asked, CancellationToken cancellation) => OfAsync(asked.TextDocument, Outline.Folds, cancellation);

    [JsonRpcMethod("textDocument/inlayHint")]
    internal Task<IReadOnlyList<InlayHint>?> Hints(InlayHintParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Outline.Hints(view, asked.Range), cancellation);

    [JsonRpcMethod("textDocument/formatting")]
    internal Task<IReadOnlyList<TextEdit>?> Format(FormattingParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Formatting.Edits(view, null, asked.Options), cancellation);

    [JsonRpcMethod("textDocument/rangeFormatting")]
    internal Task<IReadOnlyList<TextEdit>?> FormatRange(FormattingParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Formatting.Edits(view, asked.Range, asked.Options), cancellation);

    [JsonRpcMethod("textDocument/onTypeFormatting")]
    internal Task<IReadOnlyList<TextEdit>?> FormatOnType(OnTypeFormattingParams asked, CancellationToken cancellation) =>
        OfAsync(asked.TextDocument, view => Formatting.OnType(view, asked), cancellation);

    [JsonRpcMethod("textDocument/semanticTokens/full")]
    internal Task<SemanticTokens?> Tokens(DocumentParams asked, CancellationToken cancellation) => OfAsync(asked.TextDocument, Colours.Of, cancellation);

    /// <summary>The name that can be renamed at a position. The keyword for lines that nothing else answers cannot be renamed.</summary>
    private static Naming.Mention? Renamed(ScriptView view, Position position) =>
        Naming.At(view, view.Lines.Offset(position)) is { IsSpelled: true } at && at.Name != ScriptNames.FallbackWord(view.Syntax.Language) ? at : null;

    private static IReadOnlyList<Location> Places(ScriptView view, string uri, Position position, Func<Naming.Mention, bool> counts) =>
        Naming.At(view, view.Lines.Offset(position)) is { } at ? [.. Naming.Of(view, at.Name).Where(counts).Select(mention => new Location(uri, view.Range(mention.Place)))] : [];

    /// <summary>Answers a question about a document, with the text of this moment; null if the document is not open.</summary>
    private Task<T?> OfAsync<T>(DocumentId id, Func<ScriptView, T?> ask, CancellationToken cancellation)
        where T : class
    {
        var document = _documents.Find(id.Uri);
        return document is null ? Task.FromResult<T?>(null) : Task.Run(() => ask(document.View(cancellation)), cancellation);
    }

    private (int Code, string Reason)? Objection(string method) => method switch
    {
        "exit" => null,
        "initialize" => _isInitialized ? (InvalidRequest, "The server is initialized already.") : null,
        _ when !_isInitialized => (NotInitialized, "The server is not initialized yet."),
        _ when _isShutDown => (InvalidRequest, "The server is shut down."),
        _ => null,
    };

    private void Publish(Document document) => document.Published = Task.Run(async () =>
    {
        if (document.ViewUnlessOutdated() is { } view && !document.Outdated.IsCancellationRequested)
            await NotifyAsync("textDocument/publishDiagnostics", new PublishDiagnosticsParams(document.Uri, document.Version, Publishing.Diagnostics(view)));
    });

    private async Task NotifyAsync(string method, object message)
    {
        try
        {
            await _connection.NotifyWithParameterObjectAsync(method, message);
        }
        catch (Exception e) when (e is ConnectionLostException or ObjectDisposedException)
        {
            // The editor has closed the connection.
        }
    }

    /// <summary>Ends the server when the editor's process ends, since an editor that crashes sends no <c>exit</c>.</summary>
    private async Task ExitWithAsync(int editor)
    {
        try
        {
            using var process = Process.GetProcessById(editor);
            await process.WaitForExitAsync();
            _exit.TrySetResult();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // The process is on another machine or cannot be watched. The server ends when the stream does.
        }
    }
}
