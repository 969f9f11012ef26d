namespace Eliza.Generator.Language;

/// <summary>
/// The syntax tree of a script, the same for both languages. It has the rules in the order of the file, words as strings, and
/// the place of everything. The checks need nothing else of a script.
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

    /// <summary>Keyword rules, including <c>xnone</c> or <c>NONE</c>.</summary>
    public EquatableArray<KeywordSyntax> Keywords { get; init; }

    /// <summary>The <c>MEMORY</c> rule of a list script.</summary>
    public MemorySyntax? Memory { get; init; }
}

/// <summary>A sequence of words, such as what follows <c>quit:</c>.</summary>
public sealed record PhraseSyntax(EquatableArray<Token> Words, Place Place);

/// <summary>A word and the words that replace it: <c>pre:</c> and <c>post:</c>.</summary>
public sealed record RewriteSyntax(Token Word, EquatableArray<Token> Words);

/// <summary>A class of words: <c>synon: NAME MEMBER…</c>. NAME is a member too.</summary>
public sealed record ClassSyntax(Token Name, EquatableArray<Token> Members);

/// <summary>A keyword with its rule.</summary>
public sealed record KeywordSyntax(Token Word)
{
    /// <summary>Line language, <c>key: @NAME</c>: the name of the class, for a keyword that stands for all its words.</summary>
    public Token? Class { get; init; }

    /// <summary>The rank (precedence). A keyword with a higher rank is tried first.</summary>
    public int Rank { get; init; }

    /// <summary>List language, <c>= WORD</c>: the word that replaces the keyword in the input.</summary>
    public Token? Substitute { get; init; }

    /// <summary>List language, <c>DLIST</c>: the tags of the keyword, without slashes.</summary>
    public EquatableArray<Token> Tags { get; init; }

    /// <summary>The decompositions in the order they are tried.</summary>
    public EquatableArray<DecompositionSyntax> Decompositions { get; init; }

    /// <summary>List language, <c>(=WORD)</c> at the end of the rule: the keyword to go to if no decomposition matches.</summary>
    public Token? Link { get; init; }
}

/// <summary>A pattern and its reassemblies.</summary>
public sealed record DecompositionSyntax(EquatableArray<ElementSyntax> Pattern, EquatableArray<ReassemblySyntax> Reassemblies, Place Place)
{
    /// <summary>Line language, <c>$</c>: the reply becomes a memory.</summary>
    public bool IsMemory { get; init; }
}

/// <summary>One element of a pattern.</summary>
public abstract record ElementSyntax(Place Place);

/// <summary><c>*</c> or <c>0</c>: a run of any number of words, also of none.</summary>
public sealed record AnyWordsSyntax(Place Place) : ElementSyntax(Place);

/// <summary>List language, a number above 0: exactly this many words.</summary>
public sealed record ExactWordsSyntax(int Count, Place Place) : ElementSyntax(Place);

/// <summary>Exactly this word.</summary>
public sealed record LiteralSyntax(string Word, Place Place) : ElementSyntax(Place);

/// <summary><c>@NAME</c>, or <c>(/TAG TAG…)</c>: one word of any of these classes.</summary>
public sealed record ClassReferenceSyntax(EquatableArray<Token> Classes, Place Place) : ElementSyntax(Place);

/// <summary>List language, <c>(*A B…)</c>: one of these words.</summary>
public sealed record AlternativesSyntax(EquatableArray<Token> Words, Place Place) : ElementSyntax(Place);

/// <summary>The reply of a decomposition, or a link.</summary>
public abstract record ReassemblySyntax(Place Place);

/// <summary>A reply.</summary>
public sealed record TextSyntax(EquatableArray<PartSyntax> Parts, Place Place) : ReassemblySyntax(Place);

/// <summary><c>goto KEY</c> or <c>(=KEY)</c>: the keyword whose decompositions are tried next.</summary>
public sealed record GotoSyntax(Token Keyword, Place Place) : ReassemblySyntax(Place);

/// <summary><c>newkey</c>: the next keyword is tried.</summary>
public sealed record NewKeySyntax(Place Place) : ReassemblySyntax(Place);

/// <summary>List language, <c>(PRE (…) (=KEY))</c>: these words replace the clause, and KEY's decompositions are tried.</summary>
public sealed record PreSyntax(EquatableArray<PartSyntax> Parts, Token Keyword, Place Place) : ReassemblySyntax(Place);

/// <summary>A part of a reply.</summary>
public abstract record PartSyntax(Place Place);

/// <summary>
/// Text as the author wrote it. Line language: several blanks around it become one, and no blank is added, so that
/// <c>'(2)'</c> stays together. List language: one token, such as <c>REALLY,</c>. A blank belongs between tokens and components.
/// </summary>
public sealed record LiteralPartSyntax(string Text, Place Place) : PartSyntax(Place);

/// <summary>
/// The words that an element of the pattern matched. <paramref name="Element"/> is its position in the pattern, counted from 0.
/// The scripts count differently: only the list language counts literal words.
/// </summary>
public sealed record ComponentPartSyntax(int Element, Place Place) : PartSyntax(Place);

/// <summary>The <c>MEMORY</c> rule: a keyword and exactly four patterns, each with its text. <paramref name="Place"/> is that of the word MEMORY.</summary>
public sealed record MemorySyntax(Token Keyword, EquatableArray<MemoryRuleSyntax> Rules, Place Place);

/// <summary>One of the four patterns of a <c>MEMORY</c> rule.</summary>
public sealed record MemoryRuleSyntax(EquatableArray<ElementSyntax> Pattern, EquatableArray<PartSyntax> Parts, Place Place);
