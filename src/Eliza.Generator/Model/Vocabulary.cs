using Eliza.Generator.Language;

namespace Eliza.Generator.Model;

/// <summary>Numbers the words of a script in the order in which it is asked for them, from 1.</summary>
internal sealed class Vocabulary(Func<string, string> fold)
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

    /// <summary>A number for a keyword that no user can type.</summary>
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

    public EquatableArray<WordModel> ToWords() => _words.ToEquatableArray();

    private int Add(string text, string name)
    {
        _words.Add(new WordModel(text, _names.Take(name, "Word")));
        return _words.Count;
    }
}
