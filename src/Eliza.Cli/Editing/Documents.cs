using System.Collections.Concurrent;
using Eliza.Cli.Editing.Protocol;
using Eliza.Cli.Editing.Reading;

namespace Eliza.Cli.Editing;

/// <summary>The documents that the editor has open, with the text that the editor shows, saved or not.</summary>
internal sealed class Documents
{
    private readonly ConcurrentDictionary<string, Document> _open = new(StringComparer.Ordinal);

    /// <summary>All open documents.</summary>
    public IEnumerable<Document> All => _open.Values;

    /// <summary>An open document, or null.</summary>
    public Document? Find(string uri) => _open.GetValueOrDefault(uri);

    /// <summary>Opens a document. If it is open already, the new text replaces the old one.</summary>
    public Document Open(DocumentItem item) => Put(new(item.Uri, item.Version, item.Text));

    /// <summary>Changes a document. If it was never opened, the change must hold the whole text; if it does not, the result is null.</summary>
    public Document? Change(DidChangeParams change)
    {
        var text = Find(change.TextDocument.Uri)?.Text;
        foreach (var one in change.ContentChanges)
        {
            if (one.Range is null)
                text = one.Text;
            else if (text is not null)
                text = TextLines.Replace(text, one.Range, one.Text);
        }
        return text is null ? null : Put(new(change.TextDocument.Uri, change.TextDocument.Version, text));
    }

    public void Close(string uri)
    {
        if (_open.TryRemove(uri, out var document))
            document.Dispose();
    }

    // Two calls never overlap, because messages are taken one after another.
    private Document Put(Document document)
    {
        Find(document.Uri)?.Dispose();
        return _open[document.Uri] = document;
    }
}
