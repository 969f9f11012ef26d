using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>Makes the model of a script that has no errors.</summary>
internal sealed class ModelBuilder
{
    private readonly ScriptSyntax _script;
    private readonly Quotes _quotes;
    private readonly WordNumbers _words;
    private readonly ScriptNames _names;
    private readonly Dictionary<KeywordSyntax, int> _keywords = new(ReferenceComparer<KeywordSyntax>.Instance);
    private readonly Dictionary<string, EquatableArray<int>> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<EquatableArray<int>, int> _sets = [];
    private readonly List<WordSet> _setModels = [];
    private readonly NamePool _setNames = new();
    private readonly CancellationToken _cancellation;

    private ModelBuilder(ScriptSyntax script, CancellationToken cancellation)
    {
        _script = script;
        _cancellation = cancellation;
        _quotes = new Quotes(script.Language);
        _names = new ScriptNames(script);
        _words = new WordNumbers(_names.Fold);
    }

    private bool IsList => _script.Language == ScriptLanguage.List;

    /// <summary>The model of a script.</summary>
    public static ScriptModel Build(ScriptSyntax script, CancellationToken cancellation) => new ModelBuilder(script, cancellation).Build();

    /// <summary>The keywords that can answer, in the order of the model. Keywords that are only replaced by another word are left out.</summary>
    public static IEnumerable<KeywordSyntax> RulesOf(ScriptSyntax script) =>
        script.Keywords.Where(keyword => keyword.Decompositions.Count > 0 || keyword.Link is not null);

    private ScriptModel Build()
    {
        // Keywords have the lowest numbers, so that the engine recognizes them. The words of classes that are keywords come next.
        var rules = RulesOf(_script).ToList();
        foreach (var rule in rules) _keywords.Add(rule, NumberOf(rule));
        var classKeywords = ClassKeywords(rules).ToEquatableArray();

        foreach (var pre in _script.Pres) _words.Rewrite(pre.Word.Text, pre.Words.Select(_words.Spell));
        foreach (var post in _script.Posts) _words.Reflect(post.Word.Text, string.Join(" ", post.Words.Select(word => word.Text)));
        foreach (var keyword in _script.Keywords.Where(keyword => !(IsList && IsNone(keyword))))
        {
            if (keyword.Substitute is { } substitute) _words.Rewrite(keyword.Word.Text, [_words.Spell(substitute)]);
        }

        // Every word of the script gets a number. If the script writes it in small letters anywhere, replies show it so.
        foreach (var named in _script.Classes) _ = Numbers(named.Members.Prepend(named.Name));
        foreach (var post in _script.Posts) _ = Numbers(post.Words);
        CollectTags();

        return new ScriptModel(_script.Language, Texts(_script.Greetings, ""), Texts(_script.Farewells, "Goodbye."))
        {
            Keywords = rules.Select(Keyword).ToEquatableArray(),
            ClassKeywords = classKeywords,
            None = _keywords[rules.First(IsNone)],
            Quits = _script.Quits.Select(quit => new Phrase(Numbers(quit.Words))).ToEquatableArray(),
            MemoryKeyword = _script.Memory is { } memory ? _words[memory.Keyword.Text] : 0,
            MemoryRules = (_script.Memory?.Rules ?? default).Select(MemoryRule).ToEquatableArray(),
            Sets = _setModels.ToEquatableArray(),
            Words = _words.ToWords(IsList ? null : SmallWords.Of(_script, _names)),
        };
    }

    private static EquatableArray<string> Texts(EquatableArray<Token> texts, string otherwise) =>
        texts.Select(text => text.Text).DefaultIfEmpty(otherwise).ToEquatableArray();

    // ---- Words ----------------------------------------------------------------------------------------------

    /// <summary>The number of a keyword. NONE, xnone and classes get numbers that no word has: a user who types such a word does not reach the rule.</summary>
    private int NumberOf(KeywordSyntax rule) => rule switch
    {
        { Class: { } named } => _words.AddHidden("at " + named.Text),
        _ when IsNone(rule) => _words.AddHidden(IsList ? "None" : "Xnone"),
        _ => _words[rule.Word.Text],
    };

    private bool IsNone(KeywordSyntax keyword) => _names.Fold(keyword.Word.Text) == ScriptNames.FallbackWord(_script.Language);

    /// <summary>Numbers the words of the classes that are keywords, and returns the keyword for each.</summary>
    private IEnumerable<int> ClassKeywords(IEnumerable<KeywordSyntax> rules)
    {
        foreach (var rule in rules.Where(rule => rule.Class is not null))
        {
            foreach (var word in _names.WordsOf(rule))
            {
                _ = _words[word];
                yield return _keywords[rule];
            }
        }
    }

    /// <summary>The number of the keyword with a name.</summary>
    private int NumberOf(Token keyword) => _keywords[_names.Keyword(keyword.Text)!];

    private EquatableArray<int> Numbers(IEnumerable<Token> words) => words.Select(word => _words[word.Text]).ToEquatableArray();

    // ---- Classes and sets -----------------------------------------------------------------------------------

    private void CollectTags()
    {
        var tagged = from keyword in _script.Keywords
                     where !IsNone(keyword)
                     from tag in keyword.Tags
                     group keyword.Word by tag.Text;
        foreach (var tag in tagged) _tags[tag.Key] = Numbers(tag);
    }

    private EquatableArray<int> MembersOf(Token name) =>
        _names.Class(name.Text) is { } named ? Numbers(named.Members.Prepend(named.Name))
        : _tags.TryGetValue(name.Text, out var tagged) ? tagged : default;

    /// <summary>The index of a set of words. Patterns with the same words share it.</summary>
    private int SetOf(ElementSyntax element, IEnumerable<int> words, IEnumerable<Token> naming)
    {
        var sorted = words.Distinct().OrderBy(word => word).ToEquatableArray();
        if (!_sets.TryGetValue(sorted, out var index))
        {
            _sets.Add(sorted, index = _setModels.Count);
            var name = string.Join(" or ", naming.Take(3).Select(token => token.Text));
            _setModels.Add(new WordSet(_setNames.Take(name, "Set"), _quotes.Element(element), sorted));
        }

        return index;
    }

    // ---- Rules ----------------------------------------------------------------------------------------------

    private KeywordModel Keyword(KeywordSyntax keyword)
    {
        _cancellation.ThrowIfCancellationRequested();
        return new KeywordModel(
            _keywords[keyword],
            _quotes.Keyword(keyword),
            keyword.Rank,
            keyword.Link is { } link ? NumberOf(link) : 0,
            keyword.Decompositions.Select(Decomposition).ToEquatableArray());
    }

    private DecompositionModel Decomposition(DecompositionSyntax decomposition) => new(
        _quotes.Pattern(decomposition.Pattern),
        decomposition.IsMemory,
        Pattern(decomposition.Pattern),
        decomposition.Reassemblies.Select(reassembly => Reassembly(reassembly, decomposition.Pattern)).ToEquatableArray());

    private DecompositionModel MemoryRule(MemoryRuleSyntax rule) => new(
        _quotes.Pattern(rule.Pattern),
        IsMemory: true,
        Pattern(rule.Pattern),
        new ReassemblyModel[] { new TextModel(_quotes.Parts(rule.Parts, rule.Pattern), Pieces.OfList(rule.Parts)) }.ToEquatableArray());

    /// <summary>The elements of a pattern. Counts are limited so that their sum fits into an int; no line has that many words.</summary>
    private EquatableArray<Element> Pattern(EquatableArray<ElementSyntax> pattern) =>
        pattern.Select(element => Element(element, int.MaxValue / pattern.Count)).ToEquatableArray();

    private Element Element(ElementSyntax element, int maximumCount) => element switch
    {
        LiteralSyntax literal => new OneWord(_words[literal.Word]),
        ExactWordsSyntax exact => new ExactWords(Math.Min(exact.Count, maximumCount)),
        ClassReferenceSyntax reference => new OneOf(SetOf(element, reference.Classes.SelectMany(name => MembersOf(name)), reference.Classes)),
        AlternativesSyntax alternatives => new OneOf(SetOf(element, Numbers(alternatives.Words), alternatives.Words)),
        _ => new AnyWords(),
    };

    private ReassemblyModel Reassembly(ReassemblySyntax reassembly, EquatableArray<ElementSyntax> pattern)
    {
        var quote = _quotes.Reassembly(reassembly, pattern);
        return reassembly switch
        {
            TextSyntax text => new TextModel(quote, IsList ? Pieces.OfList(text.Parts) : Pieces.OfLine(text.Parts)),
            GotoSyntax jump => new GotoModel(quote, NumberOf(jump.Keyword)),
            PreSyntax pre => new RewriteModel(quote, pre.Parts.Select(Rewritten).ToEquatableArray(), NumberOf(pre.Keyword)),
            _ => new NewKeyModel(quote),
        };
    }

    private Piece Rewritten(PartSyntax part) => part switch
    {
        LiteralPartSyntax token => new WordPiece(new SpelledWord(_words[token.Text], token.Text)),
        _ => new ComponentPiece(((ComponentPartSyntax)part).Element),
    };
}
