using Eliza.Cli.Editing.Reading;

namespace Eliza.Cli.Editing;

/// <summary>A document between two changes.</summary>
/// <param name="uri">Its name.</param>
/// <param name="version">The editor's number for this text.</param>
/// <param name="text">What it says.</param>
internal sealed class Document(string uri, int? version, string text) : IDisposable
{
    private readonly CancellationTokenSource _outdating = new();
    private readonly Lock _reading = new();
    private ScriptView? _view;

    public string Uri => uri;

    public int? Version => version;

    public string Text => text;

    /// <summary>Tells that another text has taken its place, so that nobody need know what is wrong with this one.</summary>
    public bool IsOutdated => _outdating.IsCancellationRequested;

    /// <summary>Says that another text has taken its place, or that the document is closed. Who reads the older text may go on.</summary>
    public void Dispose()
    {
        _outdating.Cancel();
        _outdating.Dispose();
    }

    /// <summary>What the compiler makes of it; null if that is of no use any more.</summary>
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

    /// <summary>What the compiler makes of it, which is found out once.</summary>
    public ScriptView View(CancellationToken cancellation)
    {
        lock (_reading)
            return _view ??= ScriptView.Read(text, cancellation);
    }
}
