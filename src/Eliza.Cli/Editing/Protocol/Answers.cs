namespace Eliza.Cli.Editing.Protocol;

/// <summary>A place in a document.</summary>
internal sealed record PlaceParams(DocumentId TextDocument, Position Position);

/// <summary>A document.</summary>
internal sealed record DocumentParams(DocumentId TextDocument);

/// <summary>What uses the thing at a place.</summary>
internal sealed record ReferenceParams(DocumentId TextDocument, Position Position, ReferenceContext? Context);

/// <summary>Whether the declaration counts.</summary>
internal sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>A new name for the thing at a place.</summary>
internal sealed record RenameParams(DocumentId TextDocument, Position Position, string NewName);

/// <summary>What can be mended in a stretch.</summary>
internal sealed record CodeActionParams(DocumentId TextDocument, TextRange Range, CodeActionContext? Context);

/// <summary>The kinds of actions that are wanted, or null for all.</summary>
internal sealed record CodeActionContext(IReadOnlyList<string>? Only);

/// <summary>Something that an editor can do with a document.</summary>
internal sealed record CodeAction(string Title, string Kind, WorkspaceEdit Edit)
{
    /// <summary>The findings that it mends.</summary>
    public IReadOnlyList<Diagnostic>? Diagnostics { get; init; }

    /// <summary>Whether it is what the author most likely wants.</summary>
    public bool? IsPreferred { get; init; }
}

/// <summary>What is said of the thing under the mouse.</summary>
internal sealed record Hover(MarkupContent Contents, TextRange Range);

/// <summary>Text with marks.</summary>
internal sealed record MarkupContent(string Value, string Kind = "markdown");

/// <summary>A part of the outline.</summary>
internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, TextRange Range, TextRange SelectionRange, IReadOnlyList<DocumentSymbol>? Children);

/// <summary>Lines that can be folded.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine);

/// <summary>A use of the thing at a place.</summary>
internal sealed record DocumentHighlight(TextRange Range, int Kind);

/// <summary>Something that can stand here.</summary>
internal sealed record CompletionItem(string Label, int Kind, string? Detail, TextEdit TextEdit)
{
    /// <summary>1 for plain text, 2 for a snippet.</summary>
    public int InsertTextFormat { get; init; } = 1;
}

/// <summary>What is shown between the words.</summary>
internal sealed record InlayHint(Position Position, string Label, int Kind = 2, bool PaddingRight = true);

/// <summary>The hints of a stretch.</summary>
internal sealed record InlayHintParams(DocumentId TextDocument, TextRange Range);
