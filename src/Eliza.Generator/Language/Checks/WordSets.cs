namespace Eliza.Generator.Language.Checks;

/// <summary>The words that elements of patterns match, in the form in which words are compared.</summary>
internal sealed class WordSets
{
    private readonly CheckedScript script;
    private readonly Dictionary<string, HashSet<string>> classes = [];

    public WordSets(CheckedScript script)
    {
        this.script = script;
        foreach (var declared in script.Syntax.Classes)
        {
            foreach (var member in declared.Members.Prepend(declared.Name)) Add(declared.Name, member);
        }

        // NONE is no word that a user can say to reach a rule.
        foreach (var keyword in script.Syntax.Keywords.Where(k => !script.IsFallback(k)))
        {
            foreach (var tag in keyword.Tags) Add(tag, keyword.Word);
        }
    }

    /// <summary>Whether a class or a tag has any word.</summary>
    public bool IsKnown(string name) => classes.ContainsKey(script.Fold(name));

    /// <summary>The names of all classes or tags.</summary>
    public IEnumerable<string> Names => classes.Keys;

    /// <summary>The words that an element accepts; null if it accepts any word.</summary>
    public HashSet<string>? Of(ElementSyntax element) => element switch
    {
        LiteralSyntax literal => [script.Fold(literal.Word)],
        AlternativesSyntax alternatives => [.. alternatives.Words.Select(w => script.Fold(w.Text))],
        ClassReferenceSyntax { Classes: [var only] } => Of(only),
        ClassReferenceSyntax reference => [.. reference.Classes.SelectMany(Of)],
        _ => null,
    };

    /// <summary>The words of a class, or the words that have a tag.</summary>
    public HashSet<string> Of(Token name) =>
        classes.TryGetValue(script.Fold(script.Class(name.Text)?.Name.Text ?? name.Text), out var words) ? words : [];

    private void Add(Token name, Token word)
    {
        if (!classes.TryGetValue(script.Fold(name.Text), out var words)) classes.Add(script.Fold(name.Text), words = []);
        words.Add(script.Fold(word.Text));
    }
}
