namespace Eliza.Cli.Editing.Protocol;

/// <summary>How lines are indented.</summary>
internal sealed record FormattingOptions(int TabSize = 4, bool InsertSpaces = true)
{
    private const int Widest = 16;

    /// <summary>The blanks of one level.</summary>
    public string Step() => InsertSpaces ? new(' ', Math.Clamp(TabSize, 0, Widest)) : "\t";
}

/// <summary>A request to format a document, or a range of it.</summary>
internal sealed record FormattingParams(DocumentId TextDocument, TextRange? Range, FormattingOptions? Options);

/// <summary>The character that was typed last, and its place.</summary>
internal sealed record OnTypeFormattingParams(DocumentId TextDocument, Position Position, string Ch, FormattingOptions? Options);

/// <summary>Five numbers for each word: lines and characters from the word before, length, kind, and 0.</summary>
internal sealed record SemanticTokens(IReadOnlyList<int> Data);
