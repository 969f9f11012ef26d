using Eliza.Cli.Editing.Reading;

namespace Eliza.Cli.Editing;

/// <summary>One version of a document that the editor has open.</summary>
internal sealed class Document : IDisposable
{
    private readonly CancellationTokenSource _outdating = new();
    private readonly Lock _reading = new();
    private ScriptView? _view;

    /// <param name="uri">Its address.</param>
    /// <param name="version">The editor's number for this version.</param>
    /// <param name="text">Its text.</param>
    public Document(string uri, int? version, string text)
    {
        (Uri, Version, Text) = (uri, version, text);
        Outdated = _outdating.Token;
    }

    public string Uri { get; }

    public int? Version { get; }

    public string Text { get; }

    /// <summary>Cancelled when there is a newer version, or the document is closed. Then nothing about this text is needed.</summary>
    public CancellationToken Outdated { get; }

    /// <summary>Ends when the findings of this version were published. Longer work waits for it.</summary>
    public Task Published { get; set; } = Task.CompletedTask;

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
            return View(Outdated);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The compiler's view of the text. It is made once.</summary>
    public ScriptView View(CancellationToken cancellation)
    {
        lock (_reading)
            return _view ??= ScriptView.Read(Text, cancellation);
    }
}
