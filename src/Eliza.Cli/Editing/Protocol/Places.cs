namespace Eliza.Cli.Editing.Protocol;

/// <summary>A line, and a character in it in UTF-16 code units. Both are counted from 0.</summary>
internal sealed record Position(int Line, int Character);

/// <summary>A part of a document. <paramref name="End"/> is the position after its last character.</summary>
internal sealed record TextRange(Position Start, Position End);

/// <summary>A range in a given document.</summary>
internal sealed record Location(string Uri, TextRange Range);

/// <summary>A new text for a range.</summary>
internal sealed record TextEdit(TextRange Range, string NewText);

/// <summary>Edits of documents, by their URIs.</summary>
internal sealed record WorkspaceEdit(Dictionary<string, IReadOnlyList<TextEdit>> Changes);

/// <summary>Names a document.</summary>
internal record DocumentId(string Uri);

/// <summary>Names a version of a document.</summary>
internal sealed record VersionedDocumentId(string Uri, int? Version) : DocumentId(Uri);
