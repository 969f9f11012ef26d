using Eliza.Cli.Editing.Reading;

namespace Eliza.Cli.Editing;

/// <summary>One version of a document that the editor has open.</summary>
/// <param name="uri">Its address.</param>
/// <param name="version">The editor's number for this version.</param>
/// <param name="text">Its text.</param>
internal sealed class Document(string uri, int? version, string text) : IDisposable
{
    private readonly CancellationTokenSource _outdating = new();
    private readonly Lock _reading = new();
    private ScriptView? _view;

    public string Uri => uri;

    public int? Version => version;

    public string Text => text;

    /// <summary>Whether there is a newer version, or the document is closed. Then the findings of this text are not needed.</summary>
    public bool IsOutdated => _outdating.IsCancellationRequested;

    /// <summary>Marks this version as outdated. A request that already reads it may finish.</summary>
    public void Dispose()
    {
        _outdating.Cancel();
        _outdating.Dispose();
    }

    /// <summary>The compiler's view of the text, or null if the version is outdated.</summary>
    public ScriptView? ViewUnlessOutdated()
    {
        try
        {
            return View(_outdating.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>The compiler's view of the text. It is made once.</summary>
    public ScriptView View(CancellationToken cancellation)
    {
        lock (_reading)
            return _view ??= ScriptView.Read(text, cancellation);
    }
}
