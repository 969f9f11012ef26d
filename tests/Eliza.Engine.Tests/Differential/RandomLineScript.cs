namespace Eliza.Engine.Tests.Differential;

/// <summary>
/// Small, difficult scripts in the line language. They end on any input: where a <c>goto</c> leads back, one of the
/// other reassemblies does not, and its turn comes.
/// </summary>
internal sealed class RandomLineScript
{
    private static readonly string[] Words =
    [
        "a", "b", "c", "my", "your", "I", "you", "me", "don't", "red", "naïve", "straße", "2", "like", "x-y", "it’s", "so", "am", "i'm",
        "7.30", "1,000", "niño", "ǘ", "istiyorum", "ılık", "İzmir", "όσο", "οδός", "ΐ", "мой", "你好", "金", "한", "が", "გული", "हिंदी", "क़लम", "मैं", "شکریہ", "می‌خواهم", "ẹ́", "ạ́", "Ａ", "ⅷ", "𐐨𐐩", "ﬆ",
    ];

    /// <summary>The words that <c>pre</c> and <c>post</c> write, some of them with punctuation.</summary>
    private static readonly string[] Replacements = [.. Words, "so,", "me.then", "“my”", "but"];

    private static readonly string[] Classes = ["kin", "mood", "like"];

    private static readonly string[] Spoken =
        ["really", "Oh,", "why", "(you know)", "...", "?", ",", "(1x)", "( 1 )", "-", "“so”", "ß", "éa", "7", "it’s", "don't", "!", "ǆ", "a,b", ":-)", "costs .50", "iPhone", "é-Ü", "x ?"];

    private readonly Dice _dice;
    private readonly List<string> _words;
    private readonly List<string> _keywords;
    private readonly Dictionary<string, List<string>> _classes;
    private readonly List<string> _classNames;

    private RandomLineScript(Dice dice)
    {
        _dice = dice;
        _words = dice.Shuffled(Words)[..dice.Number(4, 9)];
        _classes = Classes.Where(_ => dice.Percent(60)).ToDictionary(name => name, _ => dice.Shuffled(_words)[..dice.Number(1, 3)]);
        _classNames = [.. _classes.Keys, .. _words.Where(word => _classes.Values.Count(members => members.Contains(word)) == 1 && !_classes.ContainsKey(word))];
        _keywords = [.. _words.Take(dice.Number(1, 6)), .. _classes.Keys.Where(_ => dice.Percent(40)).Select(name => "@" + name), "xnone"];
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
        for (var i = _dice.Number(0, 2); i > 0; i--) yield return "initial: hello  there.";
        for (var i = _dice.Number(0, 2); i > 0; i--) yield return $"final:  so   long , then {i}";
        foreach (var (name, members) in _classes) yield return $"synon: {name} {string.Join(_dice.One([" ", ", "]), members)}";
        foreach (var word in Distinct(2)) yield return $"pre: {word} {string.Join(' ', _dice.Some(Replacements, 1, 3))}";
        foreach (var word in Distinct(4)) yield return $"{_dice.One(["post", "Post", "POST"])}: {word} {string.Join("  ", _dice.Some(Replacements, 1, 3))}";
        foreach (var word in Distinct(1)) yield return $"quit: {word} {string.Join(' ', _dice.Some(_words, 0, 1))}";
    }

    private List<string> Distinct(int most) => _dice.Shuffled(_words)[.._dice.Number(0, most)];

    private IEnumerable<string> Key(string keyword)
    {
        yield return $"key: {Spelled(keyword)}{(_dice.Percent(60) ? $" {_dice.Number(-1, 3)}" : "")}";
        for (var i = _dice.Number(keyword == "xnone" ? 0 : 1, 3); i > 0; i--)
            foreach (var line in Decomposition(keyword, Pattern(), _dice.Percent(25))) yield return line;
        if (keyword != "xnone") yield break;
        foreach (var line in Decomposition(keyword, ["*"], isMemory: false)) yield return line;
    }

    private IEnumerable<string> Decomposition(string keyword, List<string> pattern, bool isMemory)
    {
        yield return $"  decomp: {(isMemory ? "$ " : "")}{string.Join(' ', pattern)}";
        var forMemory = isMemory || _dice.Percent(85) ? 0 : _dice.Number(1, 2);
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
                < 25 => $"goto {Target(_dice.One(isBack ? _keywords : later))}",
                < 35 => "newkey",
                _ => Text(components),
            });
        }

        if (leadsBack) reassemblies.Add($"enough {Text(components)}");
        for (; forMemory > 0; forMemory--) yield return $"    reasm_for_memory: {Text(components)}";
        foreach (var reassembly in _dice.Shuffled(reassemblies)) yield return $"    reasmb: {reassembly}";
    }

    private string Spelled(string word) => _dice.Percent(80) ? word : word.Length > 1 && char.IsLower(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    /// <summary>A keyword in a <c>goto</c>. A class may be written without <c>@</c> if there is no keyword of its name.</summary>
    private string Target(string keyword) => keyword is "@kin" or "@mood" && _dice.Percent(50) ? keyword[1..] : keyword;

    private List<string> Pattern()
    {
        var inner = Enumerable.Range(0, _dice.Number(1, 4)).Select(_ => _dice.Number(0, 99) switch
        {
            < 30 => "*",
            < 75 => _dice.One(_words),
            _ => _classNames.Count == 0 ? _dice.One(_words) : "@" + _dice.One(_classNames),
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
            return _dice.Number(0, 11) switch { 0 => $"'{component}'", 1 => $"{component}.", 2 => $"{component}{component}", 3 => $"{component} ,", 4 => $"{component} ?! x", 5 => $"{component} .NET", _ => component };
        });
        return string.Join(_dice.One([" ", " ", " ", "   "]), parts);
    }
}
