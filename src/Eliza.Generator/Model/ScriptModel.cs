using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>
/// The meaning of a script, ready to be written as C#: words are numbers, and lines and comments are left out. The
/// incremental pipeline compares models to see whether a script has changed. So a model has only values: no places, no symbols
/// and no spans. Two scripts with the same meaning are equal.
/// </summary>
/// <param name="Language">The language of the script, which chooses the engine's rules.</param>
/// <param name="Greetings">The greetings. One of them begins a conversation; there may be none.</param>
/// <param name="Farewells">The farewells. One of them ends a conversation.</param>
public sealed record ScriptModel(ScriptLanguage Language, EquatableArray<string> Greetings, EquatableArray<string> Farewells)
{
    /// <summary>All words. The number of a word is its index plus one. Keywords come first, then the words of <see cref="ClassKeywords"/>.</summary>
    public EquatableArray<WordModel> Words { get; init; }

    /// <summary>The keywords, in the order of the script.</summary>
    public EquatableArray<KeywordModel> Keywords { get; init; }

    /// <summary>For each word after the keywords, the keyword of its class: these words belong to classes that are keywords.</summary>
    public EquatableArray<int> ClassKeywords { get; init; }

    /// <summary>The number of the keyword that answers when no other does.</summary>
    public int None { get; init; }

    /// <summary>The classes of words that patterns refer to.</summary>
    public EquatableArray<WordSet> Sets { get; init; }

    /// <summary>The phrases that end the conversation, as numbers of words.</summary>
    public EquatableArray<Phrase> Quits { get; init; }

    /// <summary>The keyword of the <c>MEMORY</c> rule, or 0.</summary>
    public int MemoryKeyword { get; init; }

    /// <summary>The four rules of <c>MEMORY</c>, each a decomposition with one reassembly.</summary>
    public EquatableArray<DecompositionModel> MemoryRules { get; init; }

    /// <summary>All decompositions of keywords. Their numbers are their positions here.</summary>
    public IEnumerable<DecompositionModel> Decompositions() => Keywords.SelectMany(keyword => keyword.Decompositions);
}

/// <summary>A word of the script.</summary>
/// <param name="Text">The form in which it is looked up; empty for a keyword that has no word.</param>
/// <param name="Name">Its name in the generated code.</param>
public sealed record WordModel(string Text, string Name)
{
    /// <summary>The words that replace it in the user's line: <c>pre:</c>, or <c>(ME = YOU)</c>.</summary>
    public EquatableArray<SpelledWord> Rewrite { get; init; }

    /// <summary>The text that replaces it in a reply: <c>post:</c>.</summary>
    public string? Reflection { get; init; }

    /// <summary>Whether the script never writes it in small letters, as with a name.</summary>
    public bool IsProper { get; init; }

    /// <summary>Whether it is replaced in the user's line.</summary>
    public bool IsRewritten => Rewrite.Count > 0;
}

/// <summary>A word and its spelling at one place of the script.</summary>
public sealed record SpelledWord(int Word, string Spelling);

/// <summary>A sequence of words.</summary>
public sealed record Phrase(EquatableArray<int> Words);

/// <summary>A set of words. An element of a pattern accepts any of them.</summary>
/// <param name="Name">Its name in the generated code.</param>
/// <param name="Quote">The set as a pattern of the script writes it.</param>
/// <param name="Words">The numbers of its words, ascending.</param>
public sealed record WordSet(string Name, string Quote, EquatableArray<int> Words);

/// <summary>A keyword and its rules.</summary>
/// <param name="Word">Its number.</param>
/// <param name="Quote">The keyword as the script writes it.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Link">The keyword to go to when no decomposition matches, or 0.</param>
/// <param name="Decompositions">Its decompositions in the order they are tried.</param>
public sealed record KeywordModel(int Word, string Quote, int Rank, int Link, EquatableArray<DecompositionModel> Decompositions);

/// <summary>A pattern and its reassemblies.</summary>
/// <param name="Quote">The pattern as the script writes it.</param>
/// <param name="IsMemory">Whether its replies become memories.</param>
/// <param name="Pattern">The elements of the pattern.</param>
/// <param name="Reassemblies">The reassemblies, which are used in turn.</param>
public sealed record DecompositionModel(string Quote, bool IsMemory, EquatableArray<Element> Pattern, EquatableArray<ReassemblyModel> Reassemblies);

/// <summary>An element of a pattern.</summary>
public abstract record Element;

/// <summary>A run of any number of words, also of none.</summary>
public sealed record AnyWords : Element;

/// <summary>A fixed number of any words.</summary>
public sealed record ExactWords(int Count) : Element;

/// <summary>One word of the script.</summary>
public sealed record OneWord(int Word) : Element;

/// <summary>One word of a set, given by its index.</summary>
public sealed record OneOf(int Set) : Element;

/// <summary>A reassembly.</summary>
/// <param name="Quote">The reassembly as the script writes it.</param>
public abstract record ReassemblyModel(string Quote);

/// <summary>A reply, or a memory.</summary>
public sealed record TextModel(string Quote, EquatableArray<Piece> Pieces) : ReassemblyModel(Quote);

/// <summary>Goes to a keyword.</summary>
public sealed record GotoModel(string Quote, int Keyword) : ReassemblyModel(Quote);

/// <summary>Lets the next keyword answer.</summary>
public sealed record NewKeyModel(string Quote) : ReassemblyModel(Quote);

/// <summary>Replaces the words and goes to a keyword.</summary>
public sealed record RewriteModel(string Quote, EquatableArray<Piece> Pieces, int Keyword) : ReassemblyModel(Quote);

/// <summary>A piece of a reply.</summary>
public abstract record Piece;

/// <summary>Text with its blanks.</summary>
public sealed record TextPiece(string Text) : Piece;

/// <summary>The words that an element matched. In a reply they are reflected.</summary>
public sealed record ComponentPiece(int Element) : Piece;

/// <summary>A word of the script, in a rewriting.</summary>
public sealed record WordPiece(SpelledWord Word) : Piece;
