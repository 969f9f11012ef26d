using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>
/// A script ready to be written as C#: words are numbers, components are counted, lines and comments are gone. The
/// incremental pipeline caches by it, so it holds only values: no places in the file, no symbols, no spans. Two scripts
/// with the same meaning are equal.
/// </summary>
/// <param name="Language">The language it was written in, which chooses the engine's policy.</param>
/// <param name="Greetings">What is said first: one of these, which may be nothing.</param>
/// <param name="Farewells">What is said last: one of these.</param>
public sealed record ScriptModel(ScriptLanguage Language, EquatableArray<string> Greetings, EquatableArray<string> Farewells)
{
    /// <summary>All words of the script; the number of a word is its index plus one. Keywords come first, then <see cref="ClassKeywords"/>.</summary>
    public EquatableArray<WordModel> Words { get; init; }

    /// <summary>The keywords, in the order of the script.</summary>
    public EquatableArray<KeywordModel> Keywords { get; init; }

    /// <summary>The words after the keywords belong to classes that are keywords: for each of them its keyword.</summary>
    public EquatableArray<int> ClassKeywords { get; init; }

    /// <summary>The number of the keyword that answers when nothing else does.</summary>
    public int None { get; init; }

    /// <summary>The classes of words that patterns refer to.</summary>
    public EquatableArray<WordSet> Sets { get; init; }

    /// <summary>The phrases that end the talk, as numbers of words.</summary>
    public EquatableArray<Phrase> Quits { get; init; }

    /// <summary>The keyword of the <c>MEMORY</c> rule, 0 for none.</summary>
    public int MemoryKeyword { get; init; }

    /// <summary>The four rules of <c>MEMORY</c>, each a decomposition with one reassembly.</summary>
    public EquatableArray<DecompositionModel> MemoryRules { get; init; }

    /// <summary>All decompositions of keywords; the number of one is its position here.</summary>
    public IEnumerable<DecompositionModel> Decompositions() => Keywords.SelectMany(keyword => keyword.Decompositions);
}

/// <summary>A word of the script.</summary>
/// <param name="Text">The form in which it is looked up; empty for a keyword that nobody can type.</param>
/// <param name="Name">Its name in the generated code.</param>
public sealed record WordModel(string Text, string Name)
{
    /// <summary>The words that replace it in the user's line: <c>pre:</c>, or <c>(ME = YOU)</c>.</summary>
    public EquatableArray<SpelledWord> Rewrite { get; init; }

    /// <summary>What it becomes on its way into a reply: <c>post:</c>.</summary>
    public string? Reflection { get; init; }

    /// <summary>Whether the script never writes it in small letters, though it could.</summary>
    public bool IsProper { get; init; }

    /// <summary>Whether it is replaced in the user's line.</summary>
    public bool IsRewritten => Rewrite.Count > 0;
}

/// <summary>A word as the script spells it in one place.</summary>
public sealed record SpelledWord(int Word, string Spelling);

/// <summary>A sequence of words.</summary>
public sealed record Phrase(EquatableArray<int> Words);

/// <summary>Words any of which an element of a pattern accepts.</summary>
/// <param name="Name">Its name in the generated code.</param>
/// <param name="Quote">How a pattern of the script writes it.</param>
/// <param name="Words">The numbers of its words, ascending.</param>
public sealed record WordSet(string Name, string Quote, EquatableArray<int> Words);

/// <summary>A keyword and its rules.</summary>
/// <param name="Word">Its number.</param>
/// <param name="Quote">How the script writes it.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Link">The keyword to go to when no decomposition matches, 0 for none.</param>
/// <param name="Decompositions">Its decompositions in the order they are tried.</param>
public sealed record KeywordModel(int Word, string Quote, int Rank, int Link, EquatableArray<DecompositionModel> Decompositions);

/// <summary>A pattern and its reassemblies.</summary>
/// <param name="Quote">How the script writes the pattern.</param>
/// <param name="IsMemory">Whether its replies become memories.</param>
/// <param name="Pattern">What it matches.</param>
/// <param name="Reassemblies">What it gives, in turn.</param>
public sealed record DecompositionModel(string Quote, bool IsMemory, EquatableArray<Element> Pattern, EquatableArray<ReassemblyModel> Reassemblies);

/// <summary>An element of a pattern.</summary>
public abstract record Element;

/// <summary>Any run of words, also none.</summary>
public sealed record AnyWords : Element;

/// <summary>So many words, whichever.</summary>
public sealed record ExactWords(int Count) : Element;

/// <summary>This word.</summary>
public sealed record OneWord(int Word) : Element;

/// <summary>One word of a set, given by its index.</summary>
public sealed record OneOf(int Set) : Element;

/// <summary>A reassembly.</summary>
/// <param name="Quote">How the script writes it.</param>
public abstract record ReassemblyModel(string Quote);

/// <summary>A reply, or a memory.</summary>
public sealed record TextModel(string Quote, EquatableArray<Piece> Pieces) : ReassemblyModel(Quote);

/// <summary>Goes to a keyword.</summary>
public sealed record GotoModel(string Quote, int Keyword) : ReassemblyModel(Quote);

/// <summary>Hands over to the next keyword.</summary>
public sealed record NewKeyModel(string Quote) : ReassemblyModel(Quote);

/// <summary>Replaces the words and goes to a keyword.</summary>
public sealed record RewriteModel(string Quote, EquatableArray<Piece> Pieces, int Keyword) : ReassemblyModel(Quote);

/// <summary>A piece of a reply.</summary>
public abstract record Piece;

/// <summary>Text, with the blanks that belong to it.</summary>
public sealed record TextPiece(string Text) : Piece;

/// <summary>The words that an element matched, reflected or as they are.</summary>
public sealed record ComponentPiece(int Element) : Piece;

/// <summary>In a rewriting, a word of the script.</summary>
public sealed record WordPiece(SpelledWord Word) : Piece;
