namespace Eliza.Cli.Editing.Protocol;

/// <summary>A document that an editor has opened.</summary>
internal sealed record DocumentItem(string Uri, string? LanguageId, int? Version, string Text);

/// <summary>Says that a document was opened.</summary>
internal sealed record DidOpenParams(DocumentItem TextDocument);

/// <summary>Says that a document was changed.</summary>
internal sealed record DidChangeParams(VersionedDocumentId TextDocument, IReadOnlyList<ContentChange> ContentChanges);

/// <summary>A new text for a range, or for the whole document if there is no range.</summary>
internal sealed record ContentChange(TextRange? Range, string Text);

/// <summary>Says that a document was closed.</summary>
internal sealed record DidCloseParams(DocumentId TextDocument);
