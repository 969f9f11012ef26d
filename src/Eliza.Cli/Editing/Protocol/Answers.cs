namespace Eliza.Cli.Editing.Protocol;

/// <summary>A place in a document.</summary>
internal sealed record PlaceParams(DocumentId TextDocument, Position Position);

/// <summary>A document.</summary>
internal sealed record DocumentParams(DocumentId TextDocument);

/// <summary>A question where the name at a place is used.</summary>
internal sealed record ReferenceParams(DocumentId TextDocument, Position Position, ReferenceContext? Context);

/// <summary>Whether the answer includes the declaration.</summary>
internal sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>A new name for the name at a place.</summary>
internal sealed record RenameParams(DocumentId TextDocument, Position Position, string NewName);

/// <summary>A question for the fixes in a range.</summary>
internal sealed record CodeActionParams(DocumentId TextDocument, TextRange Range, CodeActionContext? Context);

/// <summary>The kinds of actions that the editor wants, or null for all.</summary>
internal sealed record CodeActionContext(IReadOnlyList<string>? Only);

/// <summary>Something that an editor can do with a document.</summary>
internal sealed record CodeAction(string Title, string Kind, WorkspaceEdit Edit)
{
    /// <summary>The findings that the action fixes.</summary>
    public IReadOnlyList<Diagnostic>? Diagnostics { get; init; }

    /// <summary>Whether the editor should offer this action first.</summary>
    public bool? IsPreferred { get; init; }
}

/// <summary>What the editor shows when the mouse is over something.</summary>
internal sealed record Hover(MarkupContent Contents, TextRange Range);

/// <summary>Formatted text.</summary>
internal sealed record MarkupContent(string Value, string Kind = "markdown");

/// <summary>A part of the outline.</summary>
internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, TextRange Range, TextRange SelectionRange, IReadOnlyList<DocumentSymbol>? Children);

/// <summary>Lines that can be folded.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine);

/// <summary>A place that the editor highlights.</summary>
internal sealed record DocumentHighlight(TextRange Range, int Kind);

/// <summary>A proposal for what to write next.</summary>
internal sealed record CompletionItem(string Label, int Kind, string? Detail, TextEdit TextEdit)
{
    /// <summary>1 for plain text, 2 for a snippet.</summary>
    public int InsertTextFormat { get; init; } = 1;
}

/// <summary>A short text that the editor shows between the words of the document.</summary>
internal sealed record InlayHint(Position Position, string Label, int Kind = 2, bool PaddingRight = true);

/// <summary>A question for the hints in a range.</summary>
internal sealed record InlayHintParams(DocumentId TextDocument, TextRange Range);
