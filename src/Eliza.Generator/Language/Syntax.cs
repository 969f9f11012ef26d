using System.Globalization;

namespace Eliza.Generator.Language;

/// <summary>
/// Where something stands in a script: zero-based line and column of its first character, and its length,
/// both in UTF-16 code units; nothing spans lines.
/// </summary>
public readonly record struct Place(int Line, int Column, int Length)
{
    /// <summary>The line as people count, from 1.</summary>
    internal string LineNumber => (Line + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A word or a text as its author wrote it, and where.</summary>
public sealed record Token(string Text, Place Place);

/// <summary>The two languages a script can be written in.</summary>
public enum ScriptLanguage
{
    /// <summary>Lines of <c>tag: value</c>.</summary>
    Line,

    /// <summary>The parenthesised lists of 1966.</summary>
    List,
}

/// <summary>
/// What a reader makes of a script file, the same for both languages: rules in the order of the file, words as strings,
/// everything with its place. The checks see nothing else of a script.
/// </summary>
public sealed record ScriptSyntax(ScriptLanguage Language)
{
    /// <summary><c>initial:</c> lines, or the opening list.</summary>
    public EquatableArray<Token> Greetings { get; init; }

    /// <summary><c>final:</c> lines.</summary>
    public EquatableArray<Token> Farewells { get; init; }

    /// <summary><c>quit:</c> lines, each a sequence of words.</summary>
    public EquatableArray<PhraseSyntax> Quits { get; init; }

    /// <summary><c>pre:</c> lines.</summary>
    public EquatableArray<RewriteSyntax> Pres { get; init; }

    /// <summary><c>post:</c> lines.</summary>
    public EquatableArray<RewriteSyntax> Posts { get; init; }

    /// <summary><c>synon:</c> lines.</summary>
    public EquatableArray<ClassSyntax> Classes { get; init; }

    /// <summary>Keyword rules, <c>xnone</c> or <c>NONE</c> among them.</summary>
    public EquatableArray<KeywordSyntax> Keywords { get; init; }

    /// <summary>The <c>MEMORY</c> rule of a list script.</summary>
    public MemorySyntax? Memory { get; init; }
}

/// <summary>A sequence of words, such as what follows <c>quit:</c>.</summary>
public sealed record PhraseSyntax(EquatableArray<Token> Words, Place Place);

/// <summary>A word and the words that replace it: <c>pre:</c> and <c>post:</c>.</summary>
public sealed record RewriteSyntax(Token Word, EquatableArray<Token> Words);

/// <summary>A class of words: <c>synon: NAME MEMBER…</c>, to which NAME itself belongs.</summary>
public sealed record ClassSyntax(Token Name, EquatableArray<Token> Members);

/// <summary>A keyword with everything its rule says.</summary>
public sealed record KeywordSyntax(Token Word)
{
    /// <summary>Line language, <c>key: @NAME</c>: the name, for one keyword for all words of a class.</summary>
    public Token? Class { get; init; }

    /// <summary>The rank (precedence); higher goes first.</summary>
    public int Rank { get; init; }

    /// <summary>List language, <c>= WORD</c>: what the keyword becomes in the input.</summary>
    public Token? Substitute { get; init; }

    /// <summary>List language, <c>DLIST</c>: the tags the keyword bears, without slashes.</summary>
    public EquatableArray<Token> Tags { get; init; }

    /// <summary>The decompositions in the order they are tried.</summary>
    public EquatableArray<DecompositionSyntax> Decompositions { get; init; }

    /// <summary>List language, <c>(=WORD)</c> at the end of the rule: where to go if no decomposition matched.</summary>
    public Token? Link { get; init; }
}

/// <summary>A pattern and what is said when it matches.</summary>
public sealed record DecompositionSyntax(EquatableArray<ElementSyntax> Pattern, EquatableArray<ReassemblySyntax> Reassemblies, Place Place)
{
    /// <summary>Line language, <c>$</c>: the reply becomes a memory.</summary>
    public bool IsMemory { get; init; }
}

/// <summary>One element of a pattern.</summary>
public abstract record ElementSyntax(Place Place);

/// <summary><c>*</c> or <c>0</c>: any run of words, also none.</summary>
public sealed record AnyWordsSyntax(Place Place) : ElementSyntax(Place);

/// <summary>List language, a number above 0: exactly so many words.</summary>
public sealed record ExactWordsSyntax(int Count, Place Place) : ElementSyntax(Place);

/// <summary>Exactly this word.</summary>
public sealed record LiteralSyntax(string Word, Place Place) : ElementSyntax(Place);

/// <summary><c>@NAME</c>, or <c>(/TAG TAG…)</c>: one word of any of these classes.</summary>
public sealed record ClassReferenceSyntax(EquatableArray<Token> Classes, Place Place) : ElementSyntax(Place);

/// <summary>List language, <c>(*A B…)</c>: one of these words.</summary>
public sealed record AlternativesSyntax(EquatableArray<Token> Words, Place Place) : ElementSyntax(Place);

/// <summary>What happens when a reassembly is chosen.</summary>
public abstract record ReassemblySyntax(Place Place);

/// <summary>A reply.</summary>
public sealed record TextSyntax(EquatableArray<PartSyntax> Parts, Place Place) : ReassemblySyntax(Place);

/// <summary><c>goto KEY</c> or <c>(=KEY)</c>: the keyword whose decompositions are tried next.</summary>
public sealed record GotoSyntax(Token Keyword, Place Place) : ReassemblySyntax(Place);

/// <summary><c>newkey</c>: the next keyword is tried.</summary>
public sealed record NewKeySyntax(Place Place) : ReassemblySyntax(Place);

/// <summary>List language, <c>(PRE (…) (=KEY))</c>: the words become these, and KEY's decompositions are tried.</summary>
public sealed record PreSyntax(EquatableArray<PartSyntax> Parts, Token Keyword, Place Place) : ReassemblySyntax(Place);

/// <summary>A part of a reply.</summary>
public abstract record PartSyntax(Place Place);

/// <summary>
/// Text as written. Line language: with the blanks around it folded to one but kept, so that <c>'(2)'</c> stays
/// glued. List language: one token, such as <c>REALLY,</c>; between tokens and components a blank is understood.
/// </summary>
public sealed record LiteralPartSyntax(string Text, Place Place) : PartSyntax(Place);

/// <summary>
/// The words that an element of the pattern matched. <paramref name="Element"/> is the zero-based position in the
/// pattern: the readers translate the numbering of their language, in which only the list language counts literals.
/// </summary>
public sealed record ComponentPartSyntax(int Element, Place Place) : PartSyntax(Place);

/// <summary>The <c>MEMORY</c> rule: a keyword and exactly four patterns, each with its text. <paramref name="Place"/> is that of the word MEMORY.</summary>
public sealed record MemorySyntax(Token Keyword, EquatableArray<MemoryRuleSyntax> Rules, Place Place);

/// <summary>One of the four patterns of a <c>MEMORY</c> rule.</summary>
public sealed record MemoryRuleSyntax(EquatableArray<ElementSyntax> Pattern, EquatableArray<PartSyntax> Parts, Place Place);
