namespace Eliza.Cli.Editing.Protocol;

/// <summary>A document that an editor has opened.</summary>
internal sealed record DocumentItem(string Uri, string? LanguageId, int? Version, string Text);

/// <summary>A document is open.</summary>
internal sealed record DidOpenParams(DocumentItem TextDocument);

/// <summary>A document has changed.</summary>
internal sealed record DidChangeParams(VersionedDocumentId TextDocument, IReadOnlyList<ContentChange> ContentChanges);

/// <summary>A new text for a stretch, or without one for all.</summary>
internal sealed record ContentChange(TextRange? Range, string Text);

/// <summary>A document is closed.</summary>
internal sealed record DidCloseParams(DocumentId TextDocument);
