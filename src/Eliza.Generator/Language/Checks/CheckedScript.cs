namespace Eliza.Generator.Language.Checks;

/// <summary>A script with its declarations by name. Words are compared as in the runtime.</summary>
internal sealed class CheckedScript
{
    private readonly ScriptNames names;

    public CheckedScript(ScriptSyntax syntax, ScriptText text)
    {
        Syntax = syntax;
        Text = text;
        names = new(syntax);
    }

    public ScriptSyntax Syntax { get; }

    /// <summary>The text of the script.</summary>
    public ScriptText Text { get; }

    public bool IsList => Syntax.Language == ScriptLanguage.List;

    /// <summary>The word of the keyword that answers when no other does.</summary>
    public string FallbackWord => ScriptNames.FallbackWord(Syntax.Language);

    /// <summary>The form in which the language compares words. The list reader has folded them already.</summary>
    public string Fold(string word) => names.Fold(word);

    /// <summary>The keyword for a word or for <c>@NAME</c>. If there are two declarations, the first counts.</summary>
    public KeywordSyntax? Keyword(string word) => names.Keyword(word);

    /// <summary>The words that lead to a keyword, in the form in which words are compared.</summary>
    public IReadOnlyList<string> WordsOf(KeywordSyntax keyword) => names.WordsOf(keyword);

    /// <summary>The class with a name. If there are two declarations, the first counts.</summary>
    public ClassSyntax? ClassNamed(string name) => names.ClassNamed(name);

    /// <summary>The class that <c>@NAME</c> means: the class with that name, or the only class with that member.</summary>
    public ClassSyntax? Class(string name) => names.Class(name);

    /// <summary>The classes that have a word as a member.</summary>
    public IReadOnlyList<ClassSyntax> ClassesOf(string member) => names.ClassesOf(member);

    /// <summary>Whether a keyword is the one that answers when no other does.</summary>
    public bool IsFallback(KeywordSyntax keyword) => Fold(keyword.Word.Text) == FallbackWord;
}
