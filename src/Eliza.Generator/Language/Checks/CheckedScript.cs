using Eliza.Generator.Language.Lines;

namespace Eliza.Generator.Language.Checks;

/// <summary>A script with its declarations by name, compared as the runtime compares words.</summary>
internal sealed class CheckedScript
{
    private readonly Dictionary<string, KeywordSyntax> keywords = [];
    private readonly Dictionary<string, ClassSyntax> classes = [];

    public CheckedScript(ScriptSyntax syntax)
    {
        Syntax = syntax;
        foreach (var keyword in syntax.Keywords)
        {
            var word = Fold(keyword.Word.Text);
            if (!keywords.ContainsKey(word)) keywords.Add(word, keyword);
        }

        foreach (var declared in syntax.Classes)
        {
            var name = Fold(declared.Name.Text);
            if (!classes.ContainsKey(name)) classes.Add(name, declared);
        }
    }

    public ScriptSyntax Syntax { get; }

    public bool IsList => Syntax.Language == ScriptLanguage.List;

    /// <summary>The word of the keyword that answers when nothing else does.</summary>
    public string FallbackWord => IsList ? "NONE" : "XNONE";

    /// <summary>The form in which the language compares words. The list reader has folded them already.</summary>
    public string Fold(string word) => IsList ? word : LineWords.Fold(word);

    /// <summary>The keyword of a word; of two declarations the first.</summary>
    public KeywordSyntax? Keyword(string word) => keywords.TryGetValue(Fold(word), out var keyword) ? keyword : null;

    /// <summary>The class of a name; of two declarations the first.</summary>
    public ClassSyntax? Class(string name) => classes.TryGetValue(Fold(name), out var declared) ? declared : null;

    /// <summary>Whether a keyword is the one that answers when nothing else does.</summary>
    public bool IsFallback(KeywordSyntax keyword) => Fold(keyword.Word.Text) == FallbackWord;
}
