using Eliza.Generator.Language;
using Eliza.Generator.Language.Checks;
using Eliza.Generator.Model;

namespace Eliza.Cli.Editing.Trying;

/// <summary>The words that a user can type, with their effects: <c>pre</c> and substitutions replace words, and words lead to keywords.</summary>
internal sealed class TypedWords
{
    private static readonly string[] Usual =
    [
        "something", "else", "today", "again", "somehow", "there", "now", "then", "always", "often", "maybe", "soon", "later", "here", "twice",
        "yesterday", "quickly", "tomorrow", "outside", "tonight", "bread", "water", "stone", "river", "garden", "window", "table", "paper",
    ];

    private readonly CheckedScript _script;
    private readonly PossibleWords _possible;
    private readonly HashSet<KeywordSyntax> _answering;
    private readonly Dictionary<string, IReadOnlyList<string>> _rewrites = [];
    private readonly ILookup<string, string> _sources;

    public TypedWords(CheckedScript script)
    {
        _script = script;
        _possible = new(script);
        _answering = new(ModelBuilder.RulesOf(script.Syntax).Where(keyword => !script.IsFallback(keyword)), ReferenceEqualityComparer.Instance);
        foreach (var pre in script.Syntax.Pres)
            _rewrites.TryAdd(script.Fold(pre.Word.Text), [.. pre.Words.Select(word => script.Fold(word.Text))]);
        foreach (var keyword in script.Syntax.Keywords.Where(keyword => keyword.Substitute is not null && !script.IsFallback(keyword)))
            _rewrites.TryAdd(keyword.Word.Text, [keyword.Substitute!.Text]);
        _sources = _rewrites.SelectMany(one => one.Value.Distinct().Select(word => (word, one.Key))).ToLookup(one => one.word, one => one.Key);
        Fillers = [.. Unnamed().Select(word => Typed(word) with { IsFiller = true })];
    }

    /// <summary>Words that the script does not have. Only runs of words and counted words match them.</summary>
    public IReadOnlyList<TypedWord> Fillers { get; }

    /// <summary>The words that a user can type so that the clause has a certain word. Those that are keywords come first, because they are the usual ones.</summary>
    public IEnumerable<TypedWord> Making(string word) =>
        _sources[word].Prepend(word).Where(_possible.IsTypeable).Select(Typed).Where(one => one.Words.Contains(word)).OrderBy(one => one.Keywords.Count == 0);

    /// <summary>The words that a user can type to lead to a keyword.</summary>
    public IEnumerable<TypedWord> Bringing(KeywordSyntax keyword)
    {
        var words = _script.WordsOf(keyword);
        return (_script.IsList ? words.Where(_possible.IsTypeable).Select(Typed) : words.SelectMany(Making)).Where(one => one.Keywords.Contains(keyword, ReferenceEqualityComparer.Instance));
    }

    private TypedWord Typed(string word)
    {
        var words = _rewrites.GetValueOrDefault(word) ?? [word];
        // In the list language the typed word leads to the keyword, not the word that replaces it.
        var keywords = (_script.IsList ? [word] : words).Select(_script.Keyword).OfType<KeywordSyntax>().Where(_answering.Contains);
        return new(word, words, [.. keywords]);
    }

    private IEnumerable<string> Unnamed()
    {
        var syntax = _script.Syntax;
        var sets = new WordSets(_script);
        var patterns = syntax.Keywords.SelectMany(keyword => keyword.Decompositions).Select(one => one.Pattern).Concat((syntax.Memory?.Rules ?? default).Select(one => one.Pattern));
        HashSet<string> named = [.. patterns.SelectMany(pattern => pattern).SelectMany(element => sets.Of(element) ?? [])];
        named.UnionWith(_rewrites.Keys.Concat(_rewrites.Values.SelectMany(words => words)));
        named.UnionWith(syntax.Keywords.SelectMany(_script.WordsOf).Concat(syntax.Quits.SelectMany(quit => quit.Words).Select(word => _script.Fold(word.Text))));
        var usual = Usual.Select(word => _script.IsList ? word.ToUpperInvariant() : word).Where(word => !named.Contains(word)).ToList();
        return usual.Count > 0 ? usual : Enumerable.Range(1, named.Count + 1).Select(number => FormattableString.Invariant($"X{number}")).Select(_script.Fold).Where(word => !named.Contains(word)).Take(1);
    }
}
