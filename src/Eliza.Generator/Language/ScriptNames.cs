using Eliza.Generator.Language.Lines;

namespace Eliza.Generator.Language;

/// <summary>Finds the keyword of a word, and the class of a name or member.</summary>
internal sealed class ScriptNames
{
    private readonly ScriptSyntax script;
    private readonly Dictionary<string, KeywordSyntax> keywords = [];
    private readonly Dictionary<string, ClassSyntax> classes = [];
    private readonly Dictionary<string, List<ClassSyntax>> classesOf = [];
    private readonly Dictionary<KeywordSyntax, List<string>> wordsOf = new(ReferenceComparer<KeywordSyntax>.Instance);

    public ScriptNames(ScriptSyntax script)
    {
        this.script = script;
        foreach (var declared in script.Classes)
        {
            Add(classes, Fold(declared.Name.Text), declared);
            foreach (var member in declared.Members)
            {
                var word = Fold(member.Text);
                if (!classesOf.TryGetValue(word, out var others)) classesOf.Add(word, others = []);
                if (!others.Contains(declared)) others.Add(declared);
            }
        }

        // A word with a keyword of its own keeps that keyword, even if its class is a keyword too.
        foreach (var keyword in script.Keywords.Where(keyword => keyword.Class is null)) Add(keywords, Fold(keyword.Word.Text), keyword);
        foreach (var keyword in script.Keywords.Where(keyword => keyword.Class is not null))
        {
            if (Class(keyword.Class!.Text) is not { } named) continue;
            List<string> words = [];
            Add(keywords, KeyOf(named), keyword);
            foreach (var word in WordsOf(named))
            {
                if (Add(keywords, word, keyword)) words.Add(word);
            }

            wordsOf.Add(keyword, words);
        }
    }

    /// <summary>The word of the keyword that answers when no other does.</summary>
    public static string FallbackWord(ScriptLanguage language) => language == ScriptLanguage.List ? "NONE" : "xnone";

    /// <summary>The form in which the language compares words. The list reader has folded them already.</summary>
    public string Fold(string word) => script.Language == ScriptLanguage.List ? word : LineWords.Fold(word);

    /// <summary>The keyword for a word or for <c>@NAME</c>. If there are two declarations, the first counts.</summary>
    public KeywordSyntax? Keyword(string word)
    {
        var key = word.StartsWith("@", StringComparison.Ordinal) && Class(word.Substring(1)) is { } named ? KeyOf(named) : Fold(word);
        return keywords.TryGetValue(key, out var keyword) ? keyword : null;
    }

    /// <summary>The words that lead to a keyword, in the form in which words are compared.</summary>
    public IReadOnlyList<string> WordsOf(KeywordSyntax keyword) =>
        keyword.Class is null ? [Fold(keyword.Word.Text)] : wordsOf.TryGetValue(keyword, out var words) ? words : [];

    /// <summary>The class with a name. If there are two declarations, the first counts.</summary>
    public ClassSyntax? ClassNamed(string name) => classes.TryGetValue(Fold(name), out var declared) ? declared : null;

    /// <summary>The class that <c>@NAME</c> means: the class with that name, or the only class with that member.</summary>
    public ClassSyntax? Class(string name) =>
        ClassNamed(name) ?? (ClassesOf(name) is [var only] ? only : null);

    /// <summary>The classes that have a word as a member.</summary>
    public IReadOnlyList<ClassSyntax> ClassesOf(string member) => classesOf.TryGetValue(Fold(member), out var declared) ? declared : [];

    private IEnumerable<string> WordsOf(ClassSyntax named) => named.Members.Prepend(named.Name).Select(word => Fold(word.Text)).Distinct();

    private string KeyOf(ClassSyntax named) => "@" + Fold(named.Name.Text);

    private static bool Add<T>(Dictionary<string, T> named, string name, T what)
    {
        if (named.ContainsKey(name)) return false;
        named.Add(name, what);
        return true;
    }
}
