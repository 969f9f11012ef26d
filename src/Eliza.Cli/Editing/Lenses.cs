using System.Runtime.CompilerServices;
using System.Text.Json;
using Eliza.Cli.Covering;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Trying;
using StreamJsonRpc;

namespace Eliza.Cli.Editing;

/// <summary>
/// The code lenses of decompositions: a line that reaches the decomposition, and how many lines of the transcripts beside the script use
/// it. They need a compiled script. Scripts are compiled one at a time, after their findings were published.
/// </summary>
internal sealed class Lenses(Documents documents, JsonRpc connection)
{
    /// <summary>The command that says a line to a script and shows the reply. Its arguments are the document, the line, and how many times to say it.</summary>
    public const string Try = "eliza.try";

    private const int ContentModified = -32801;
    private const int RequestFailed = -32803;
    private const int MostTimes = 100;

    private readonly ConditionalWeakTable<Document, Task<TriedScript?>> _tried = [];
    private readonly Lock _queueing = new();
    private Task _last = Task.CompletedTask;
    private bool _watches;
    private bool _refreshes;

    /// <summary>Reads the capabilities of the editor.</summary>
    public void Meet(JsonElement? capabilities)
    {
        _watches = Has("didChangeWatchedFiles", "dynamicRegistration");
        _refreshes = Has("codeLens", "refreshSupport");

        bool Has(string what, string how) => capabilities is { ValueKind: JsonValueKind.Object } all
            && all.TryGetProperty("workspace", out var workspace) && workspace.ValueKind == JsonValueKind.Object
            && workspace.TryGetProperty(what, out var one) && one.ValueKind == JsonValueKind.Object
            && one.TryGetProperty(how, out var can) && can.ValueKind == JsonValueKind.True;
    }

    /// <summary>Asks the editor to report changes of transcripts.</summary>
    [JsonRpcMethod("initialized")]
    internal void Initialized(JsonElement nothing = default)
    {
        if (_watches)
            _ = AskAsync("client/registerCapability", new { registrations = new[] { new { id = "transcripts", method = "workspace/didChangeWatchedFiles", registerOptions = new { watchers = new[] { new { globPattern = "**/" + TranscriptsBeside.Files } } } } } });
    }

    /// <summary>Handles a change of transcripts: it lets the editor request the lenses again. Each request reads the transcripts.</summary>
    [JsonRpcMethod("workspace/didChangeWatchedFiles")]
    internal void Changed(JsonElement files)
    {
        if (_refreshes)
            _ = AskAsync("workspace/codeLens/refresh", null);
    }

    [JsonRpcMethod("textDocument/codeLens")]
    internal Task<IReadOnlyList<CodeLens>?> Of(DocumentParams asked, CancellationToken cancellation) =>
        documents.Find(asked.TextDocument.Uri) is { } document ? Task.Run(() => OfAsync(document, cancellation), cancellation) : Task.FromResult<IReadOnlyList<CodeLens>?>(null);

    [JsonRpcMethod("workspace/executeCommand")]
    internal Task<object?> Execute(ExecuteCommandParams asked, CancellationToken cancellation)
    {
        if (asked is not { Command: Try, Arguments: [{ ValueKind: JsonValueKind.String } uri, { ValueKind: JsonValueKind.String } line, .. var more] })
            throw new LocalRpcException($"There is '{Try}', with a document and a line.") { ErrorCode = RequestFailed };
        var times = more is [{ ValueKind: JsonValueKind.Number } number, ..] && number.TryGetInt32(out var given) ? Math.Clamp(given, 1, MostTimes) : 1;
        var (document, text) = (uri.GetString()!, line.GetString()!);
        return Task.Run(() => TryAsync(document, text, times, cancellation), cancellation);
    }

    private static IEnumerable<CodeLens> Of(TriedScript tried, string uri, PlayedTranscripts? played)
    {
        foreach (var target in tried.Trials.Targets)
        {
            var range = tried.View.Range(target.Place);
            if (tried.Trials.For(target) is { } trial)
                yield return new(range, new($"Try{(trial.Times == 1 ? "" : FormattableString.Invariant($" {trial.Times} times"))}: \"{trial.Line}\"", Try, [uri, trial.Line, trial.Times]));
            if (played is not null)
                yield return new(range, new(Use(target.Lines(played.Uses), played.LineCount), "", null));
        }
    }

    private static string Use(int lines, int all) => lines == 0 ? "never used" : FormattableString.Invariant($"used by {lines} of {English.Count(all, "line")}");

    private async Task<IReadOnlyList<CodeLens>?> OfAsync(Document document, CancellationToken cancellation)
    {
        try
        {
            if (await TriedAsync(document).WaitAsync(cancellation) is not { } tried)
                return [];
            var transcripts = TriedScript.PathOf(document.Uri) is { } path ? TranscriptsBeside.Of(path) : [];
            var played = transcripts.Count == 0 ? null : new PlayedTranscripts(tried.Script, transcripts, cancellation);
            return [.. Of(tried, document.Uri, played).DistinctBy(lens => (lens.Range, lens.Command.Title))];
        }
        catch (OperationCanceledException) when (document.Outdated.IsCancellationRequested)
        {
            throw new LocalRpcException("The script has changed since.") { ErrorCode = ContentModified };
        }
    }

    private async Task<object?> TryAsync(string uri, string line, int times, CancellationToken cancellation)
    {
        while (documents.Find(uri) is { } document)
        {
            try
            {
                var tried = await TriedAsync(document).WaitAsync(cancellation);
                await connection.NotifyWithParameterObjectAsync("window/showMessage", new ShowMessageParams(Said(tried, line, times)));
                return null;
            }
            catch (OperationCanceledException) when (document.Outdated.IsCancellationRequested)
            {
                // Try the newer version.
            }
        }
        throw new LocalRpcException($"No document '{uri}' is open.") { ErrorCode = RequestFailed };
    }

    private static string Said(TriedScript? tried, string line, int times)
    {
        if (tried is null)
            return "This script has errors, so nobody can talk with it.";
        var conversation = tried.Script.Start();
        for (var time = 1; time < times; time++)
            conversation.Advance(line);
        return $"You: {line}\nELIZA: {conversation.Reply(line)}";
    }

    /// <summary>The compiled script of a document. It is made once.</summary>
    private Task<TriedScript?> TriedAsync(Document document) => _tried.GetValue(document, one =>
    {
        lock (_queueing)
        {
            var before = Task.WhenAll(_last.ContinueWith(_ => { }, TaskScheduler.Default), one.Published);
            var tried = Task.Run(async () =>
            {
                await before;
                return TriedScript.Of(one, one.Outdated);
            });
            _last = tried;
            return tried;
        }
    });

    private async Task AskAsync(string method, object? parameters)
    {
        try
        {
            await connection.InvokeWithParameterObjectAsync<object?>(method, parameters);
        }
        catch (Exception e) when (e is RemoteRpcException or ObjectDisposedException or OperationCanceledException)
        {
            // The editor refuses, or is gone.
        }
    }
}
