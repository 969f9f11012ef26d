namespace Eliza.Engine.Tests.Differential;

/// <summary>
/// Small, nasty scripts in the line language. They come to an end on any input: a <c>goto</c> that leads back stands
/// among reassemblies of which one does not, so that their round breaks the loop.
/// </summary>
internal sealed class RandomLineScript
{
    private static readonly string[] Words =
        ["a", "b", "c", "my", "your", "I", "you", "me", "don't", "red", "naïve", "straße", "2", "like", "x-y", "it’s", "so", "am", "i'm"];

    /// <summary>What <c>pre</c> and <c>post</c> bring in: beside words some that a user cannot type, but none that begins with punctuation.</summary>
    private static readonly string[] Replacements = [.. Words, "so,", "me.then", "“my”"];

    private static readonly string[] Classes = ["kin", "mood", "like"];

    private static readonly string[] Spoken =
        ["really", "Oh,", "why", "(you know)", "...", "?", ",", "(1x)", "( 1 )", "-", "“so”", "ß", "éa", "7", "it’s", "don't", "!", "ǆ", "a,b"];

    private readonly Dice _dice;
    private readonly List<string> _words;
    private readonly List<string> _keywords;
    private readonly List<string> _classes;

    private RandomLineScript(Dice dice)
    {
        _dice = dice;
        _words = dice.Shuffled(Words)[..dice.Number(4, 9)];
        _keywords = [.. _words.Take(dice.Number(1, 6)), "xnone"];
        _classes = [.. Classes.Where(_ => dice.Percent(60))];
    }

    public static Case Case(int seed, int lines)
    {
        var dice = new Dice(seed);
        var script = new RandomLineScript(dice);
        return new(
            [.. dice.Shuffled(script.Header()), .. dice.Shuffled(script._keywords).SelectMany(script.Key)],
            RandomSession.Lines(dice, [.. script._words, .. script._keywords, .. Words], lines));
    }

    private IEnumerable<string> Header()
    {
        yield return "# a script";
        if (_dice.Percent(50)) yield return "initial: hello  there.";
        if (_dice.Percent(50)) yield return "final:  so   long , then";
        foreach (var name in _classes) yield return $"synon: {name} {string.Join(' ', _dice.Shuffled(_words)[.._dice.Number(1, 3)])}";
        foreach (var word in Distinct(2)) yield return $"pre: {word} {string.Join(' ', _dice.Some(Replacements, 1, 3))}";
        foreach (var word in Distinct(4)) yield return $"{_dice.One(["post", "Post", "POST"])}: {word} {string.Join("  ", _dice.Some(Replacements, 1, 3))}";
        foreach (var word in Distinct(1)) yield return $"quit: {word} {string.Join(' ', _dice.Some(_words, 0, 1))}";
    }

    private List<string> Distinct(int most) => _dice.Shuffled(_words)[.._dice.Number(0, most)];

    private IEnumerable<string> Key(string keyword)
    {
        yield return $"key: {keyword}{(_dice.Percent(60) ? $" {_dice.Number(-1, 3)}" : "")}";
        for (var i = _dice.Number(keyword == "xnone" ? 0 : 1, 3); i > 0; i--)
            foreach (var line in Decomposition(keyword, Pattern(), _dice.Percent(25))) yield return line;
        if (keyword != "xnone") yield break;
        foreach (var line in Decomposition(keyword, ["*"], isMemory: false)) yield return line;
    }

    private IEnumerable<string> Decomposition(string keyword, List<string> pattern, bool isMemory)
    {
        yield return $"  decomp: {(isMemory ? "$ " : "")}{string.Join(' ', pattern)}";
        var components = pattern.Count(element => element == "*" || element.StartsWith('@'));
        var later = _keywords.SkipWhile(other => other != keyword).Skip(1).ToList();
        var leadsBack = false;
        var reassemblies = new List<string>();
        for (var i = _dice.Number(1, 3); i > 0; i--)
        {
            var isBack = later.Count == 0 || _dice.Percent(30);
            var kind = isMemory ? 99 : _dice.Number(0, 99);
            leadsBack |= isBack && kind < 25;
            reassemblies.Add(kind switch
            {
                < 25 => $"goto {_dice.One(isBack ? _keywords : later)}",
                < 35 => "newkey",
                _ => Text(components),
            });
        }

        if (leadsBack) reassemblies.Add($"enough {Text(components)}");
        foreach (var reassembly in _dice.Shuffled(reassemblies)) yield return $"    reasmb: {reassembly}";
    }

    private List<string> Pattern()
    {
        var inner = Enumerable.Range(0, _dice.Number(1, 4)).Select(_ => _dice.Number(0, 99) switch
        {
            < 30 => "*",
            < 75 => _dice.One(_words),
            _ => _classes.Count == 0 ? _dice.One(_words) : "@" + _dice.One(_classes),
        }).ToList();
        return _dice.Number(0, 9) switch
        {
            < 5 => ["*", .. inner, "*"],
            5 => ["*", .. inner],
            6 => [.. inner, "*"],
            7 => ["*"],
            _ => inner,
        };
    }

    private string Text(int components)
    {
        var parts = Enumerable.Range(0, _dice.Number(1, 4)).Select(_ =>
        {
            if (components == 0 || _dice.Percent(50)) return _dice.One(_dice.Percent(50) ? Spoken : Words);
            var component = $"({_dice.Number(1, components)})";
            return _dice.Number(0, 9) switch { 0 => $"'{component}'", 1 => $"{component}.", 2 => $"{component}{component}", 3 => $"{component} ,", _ => component };
        });
        return string.Join(_dice.One([" ", " ", " ", "   "]), parts);
    }
}
