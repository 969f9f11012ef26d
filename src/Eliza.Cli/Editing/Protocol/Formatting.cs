namespace Eliza.Cli.Editing.Protocol;

/// <summary>How far lines are set in.</summary>
internal sealed record FormattingOptions(int TabSize = 4, bool InsertSpaces = true)
{
    private const int Widest = 16;

    /// <summary>One step.</summary>
    public string Step() => InsertSpaces ? new(' ', Math.Clamp(TabSize, 0, Widest)) : "\t";
}

/// <summary>All of a document, or a stretch of it.</summary>
internal sealed record FormattingParams(DocumentId TextDocument, TextRange? Range, FormattingOptions? Options);

/// <summary>What was typed last, and where.</summary>
internal sealed record OnTypeFormattingParams(DocumentId TextDocument, Position Position, string Ch, FormattingOptions? Options);

/// <summary>What the kinds of words are: for each a line and a character from the one before, a length, a kind, and 0.</summary>
internal sealed record SemanticTokens(IReadOnlyList<int> Data);
