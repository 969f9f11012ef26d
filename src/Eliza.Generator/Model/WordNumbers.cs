using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>Numbers the words of a script from 1, in the order of the calls.</summary>
internal sealed class WordNumbers(Func<string, string> fold)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<WordModel> _words = [];
    private readonly NamePool _names = new("Word");

    public int this[string word]
    {
        get
        {
            var text = fold(word);
            if (!_numbers.TryGetValue(text, out var number)) _numbers.Add(text, number = Add(text, word));
            return number;
        }
    }

    /// <summary>A number for a keyword that has no word.</summary>
    public int AddHidden(string name) => Add("", name);

    public SpelledWord Spell(Token token) => new(this[token.Text], token.Text);

    public void Rewrite(string word, IEnumerable<SpelledWord> words)
    {
        var index = this[word] - 1;
        if (!_words[index].IsRewritten) _words[index] = _words[index] with { Rewrite = words.ToEquatableArray() };
    }

    public void Reflect(string word, string reflection)
    {
        var index = this[word] - 1;
        _words[index] = _words[index] with { Reflection = _words[index].Reflection ?? reflection };
    }

    /// <summary>The words.</summary>
    /// <param name="small">The words in small letters; all others are proper names. Null if the language makes no difference.</param>
    public EquatableArray<WordModel> ToWords(HashSet<string>? small) =>
        _words.Select(word => small is null || word.Text.Length < 2 || small.Contains(word.Text) ? word : word with { IsProper = true }).ToEquatableArray();

    private int Add(string text, string name)
    {
        _words.Add(new WordModel(text, _names.Take(name, "Word")));
        return _words.Count;
    }
}
