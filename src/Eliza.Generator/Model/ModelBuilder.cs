using Eliza.Generator.Language;
using Eliza.Generator.Language.Lines;

namespace Eliza.Generator.Model;

/// <summary>Makes the model of a script that has no errors.</summary>
internal sealed class ModelBuilder
{
    private readonly ScriptSyntax _script;
    private readonly Quotes _quotes;
    private readonly Vocabulary _words;
    private readonly Dictionary<string, EquatableArray<int>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<EquatableArray<int>, int> _sets = [];
    private readonly List<WordSet> _setModels = [];
    private readonly NamePool _setNames = new();
    private readonly CancellationToken _cancellation;

    private ModelBuilder(ScriptSyntax script, CancellationToken cancellation)
    {
        _script = script;
        _cancellation = cancellation;
        _quotes = new Quotes(script.Language);
        _words = new Vocabulary(IsList ? static word => word : LineWords.Fold);
    }

    private bool IsList => _script.Language == ScriptLanguage.List;

    /// <summary>The model of a script.</summary>
    public static ScriptModel Build(ScriptSyntax script, CancellationToken cancellation) => new ModelBuilder(script, cancellation).Build();

    /// <summary>The keywords that can answer, in the order in which the model has them: not those that are only replaced.</summary>
    public static IEnumerable<KeywordSyntax> RulesOf(ScriptSyntax script) =>
        script.Keywords.Where(keyword => keyword.Decompositions.Count > 0 || keyword.Link is not null);

    private ScriptModel Build()
    {
        // The engine knows keywords by their numbers being the lowest.
        var rules = RulesOf(_script).ToList();
        var numbers = rules.Select(rule => IsNone(rule) ? NumberOfNone(rule) : _words[rule.Word.Text]).ToList();

        foreach (var pre in _script.Pres) _words.Rewrite(pre.Word.Text, pre.Words.Select(_words.Spell));
        foreach (var post in _script.Posts) _words.Reflect(post.Word.Text, string.Join(" ", post.Words.Select(word => word.Text)));
        foreach (var keyword in _script.Keywords.Where(keyword => !(IsList && IsNone(keyword))))
        {
            if (keyword.Substitute is { } substitute) _words.Rewrite(keyword.Word.Text, [_words.Spell(substitute)]);
        }

        CollectClasses();

        return new ScriptModel(_script.Language, _script.Greeting?.Text ?? "", _script.Farewell?.Text ?? "Goodbye.")
        {
            Keywords = rules.Select((rule, index) => Keyword(rule, numbers[index])).ToEquatableArray(),
            None = numbers[rules.FindIndex(IsNone)],
            Quits = _script.Quits.Select(quit => new Phrase(Numbers(quit.Words))).ToEquatableArray(),
            MemoryKeyword = _script.Memory is { } memory ? _words[memory.Keyword.Text] : 0,
            MemoryRules = (_script.Memory?.Rules ?? default).Select(MemoryRule).ToEquatableArray(),
            Sets = _setModels.ToEquatableArray(),
            Words = _words.ToWords(),
        };
    }

    // ---- Words ----------------------------------------------------------------------------------------------

    /// <summary>Users of a list script can type NONE without reaching the rule of that name; xnone is a keyword like others.</summary>
    private int NumberOfNone(KeywordSyntax rule) => IsList ? _words.AddHidden("None") : _words[rule.Word.Text];

    private bool IsNone(KeywordSyntax keyword) => IsList
        ? keyword.Word.Text == "NONE"
        : keyword.Word.Text.Equals("xnone", StringComparison.OrdinalIgnoreCase);

    private EquatableArray<int> Numbers(IEnumerable<Token> words) => words.Select(word => _words[word.Text]).ToEquatableArray();

    // ---- Classes and sets -----------------------------------------------------------------------------------

    private void CollectClasses()
    {
        foreach (var named in _script.Classes) _classes[FoldName(named.Name.Text)] = Numbers(named.Members.Prepend(named.Name));

        var tagged = from keyword in _script.Keywords
                     where !IsNone(keyword)
                     from tag in keyword.Tags
                     group keyword.Word by tag.Text;
        foreach (var tag in tagged) _classes[FoldName(tag.Key)] = Numbers(tag);
    }

    private string FoldName(string name) => IsList ? name : LineWords.Fold(name);

    /// <summary>The index of a set of words; patterns that name the same words share it.</summary>
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

    private KeywordModel Keyword(KeywordSyntax keyword, int number)
    {
        _cancellation.ThrowIfCancellationRequested();
        return new KeywordModel(
            number,
            _quotes.Keyword(keyword),
            keyword.Rank,
            keyword.Link is { } link ? _words[link.Text] : 0,
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

    /// <summary>The elements of a pattern, whose counts are bounded so that their sum is a number too; no line has so many words.</summary>
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

    private EquatableArray<int> MembersOf(Token name) => _classes.TryGetValue(FoldName(name.Text), out var members) ? members : default;

    private ReassemblyModel Reassembly(ReassemblySyntax reassembly, EquatableArray<ElementSyntax> pattern)
    {
        var quote = _quotes.Reassembly(reassembly, pattern);
        return reassembly switch
        {
            TextSyntax text => new TextModel(quote, IsList ? Pieces.OfList(text.Parts) : Pieces.OfLine(text.Parts)),
            GotoSyntax jump => new GotoModel(quote, _words[jump.Keyword.Text]),
            PreSyntax pre => new RewriteModel(quote, pre.Parts.Select(Rewritten).ToEquatableArray(), _words[pre.Keyword.Text]),
            _ => new NewKeyModel(quote),
        };
    }

    private Piece Rewritten(PartSyntax part) => part switch
    {
        LiteralPartSyntax token => new WordPiece(new SpelledWord(_words[token.Text], token.Text)),
        _ => new ComponentPiece(((ComponentPartSyntax)part).Element),
    };
}
