namespace Eliza.Cli.Editing.Protocol;

/// <summary>A line and a character of it, in UTF-16 code units, both counted from 0.</summary>
internal sealed record Position(int Line, int Character);

/// <summary>A stretch of a document; the end is behind its last character.</summary>
internal sealed record TextRange(Position Start, Position End);

/// <summary>A stretch of some document.</summary>
internal sealed record Location(string Uri, TextRange Range);

/// <summary>A new text for a stretch.</summary>
internal sealed record TextEdit(TextRange Range, string NewText);

/// <summary>Edits of documents, by their URIs.</summary>
internal sealed record WorkspaceEdit(Dictionary<string, IReadOnlyList<TextEdit>> Changes);

/// <summary>Which document.</summary>
internal record DocumentId(string Uri);

/// <summary>Which version of which document.</summary>
internal sealed record VersionedDocumentId(string Uri, int? Version) : DocumentId(Uri);
