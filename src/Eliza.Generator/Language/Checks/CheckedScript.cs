namespace Eliza.Generator.Language.Checks;

/// <summary>A script with its declarations by name, compared as the runtime compares words.</summary>
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

    /// <summary>The script as its author wrote it.</summary>
    public ScriptText Text { get; }

    public bool IsList => Syntax.Language == ScriptLanguage.List;

    /// <summary>The word of the keyword that answers when nothing else does.</summary>
    public string FallbackWord => ScriptNames.FallbackWord(Syntax.Language);

    /// <summary>The form in which the language compares words. The list reader has folded them already.</summary>
    public string Fold(string word) => names.Fold(word);

    /// <summary>The keyword of a word or of <c>@NAME</c>; the first of two declarations.</summary>
    public KeywordSyntax? Keyword(string word) => names.Keyword(word);

    /// <summary>The words that bring a keyword up, in the form in which they are compared.</summary>
    public IReadOnlyList<string> WordsOf(KeywordSyntax keyword) => names.WordsOf(keyword);

    /// <summary>The class of a name; the first of two declarations.</summary>
    public ClassSyntax? ClassNamed(string name) => names.ClassNamed(name);

    /// <summary>The class that <c>@NAME</c> stands for: the one of that name, or the only one that has it as a member.</summary>
    public ClassSyntax? Class(string name) => names.Class(name);

    /// <summary>The classes that have a word as a member.</summary>
    public IReadOnlyList<ClassSyntax> ClassesOf(string member) => names.ClassesOf(member);

    /// <summary>Whether a keyword is the one that answers when nothing else does.</summary>
    public bool IsFallback(KeywordSyntax keyword) => Fold(keyword.Word.Text) == FallbackWord;
}
