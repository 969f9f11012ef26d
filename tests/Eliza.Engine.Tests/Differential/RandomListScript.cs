namespace Eliza.Engine.Tests.Differential;

/// <summary>
/// Small, difficult scripts in the list language. They end on any input: where a link or PRE leads back, one of the
/// other reassemblies does not, and its turn comes.
/// </summary>
internal sealed class RandomListScript
{
    private static readonly string[] Words =
        ["A", "B", "C", "D", "E", "MY", "YOUR", "I", "YOU", "ME", "DON'T", "RED", "EXECUTIONERS", "NAÏVE", "STRASSE", "X2", "LIKE", "X-Y", "NONE", "BUT", "MEMORY'S"];

    private static readonly string[] Tags = ["T", "U", "V"];

    private static readonly string[] Spoken = ["SAID", "REALLY,", "OH", "'", "-", "(YOU KNOW)", ",", "=", "WELL.", "so", "IT’S", "STRAßE", "WHAT?", "\"X\"", "\"", "A\"B"];

    private readonly Dice _dice;
    private readonly List<string> _words;
    private readonly List<string> _keywords;
    private readonly List<string> _linkable;

    private RandomListScript(Dice dice)
    {
        _dice = dice;
        _words = dice.Shuffled(Words)[..dice.Number(4, 9)];
        _keywords = [.. _words.Where(word => word != "NONE").Take(dice.Number(2, 7))];
        _linkable = [.. _keywords.Where(_ => dice.Percent(80))];
    }

    public static Case Case(int seed, int lines)
    {
        var dice = new Dice(seed);
        var script = new RandomListScript(dice);
        var rules = script._keywords.Select(script.Rule).Append(script.None()).Append(script.Memory());
        string[] opening = dice.Percent(20) ? ["; a script", "(HOW DO YOU DO.", " TELL ME = 2 (ALL))", "START"] : ["(HI)"];
        return new(
            [string.Join('\n', opening), .. dice.Shuffled(rules), .. dice.Percent(20) ? ["()"] : Array.Empty<string>()],
            RandomSession.Lines(dice, [.. script._words, .. script._keywords], lines));
    }

    private string Rule(string keyword)
    {
        var parts = new List<string>();
        if (_dice.Percent(35)) parts.Add($"= {_dice.One(_dice.Percent(90) ? Words : ["\"X\"", "«A»"])}");
        if (_dice.Percent(55)) parts.Add($"{_dice.Number(0, 4)}");
        if (_dice.Percent(30)) parts.Add($"DLIST({_dice.One(["/", "/ ", ""])}{string.Join(' ', _dice.Some(Tags, 1, 2))})");
        if (!_linkable.Contains(keyword)) return $"({keyword} {string.Join(' ', parts.DefaultIfEmpty("= X"))})";

        var transformations = _dice.Number(1, 4) - 1;
        for (var i = 0; i < transformations; i++) parts.Add(Transformation(keyword, Pattern()));
        parts = _dice.Shuffled(parts);

        if (transformations > 0 && _dice.Percent(50)) parts.Add(Transformation(keyword, ["0"]));
        var later = Later(keyword);
        if (later.Count > 0 && (transformations == 0 || _dice.Percent(25))) parts.Add($"(={_dice.One(later)})");
        else if (transformations == 0) parts.Add("((0) (FALL BACK 1))");
        return $"({keyword}{_dice.One([" ", "\n", " ; so\n"])}{string.Join(_dice.One([" ", "\n    "]), parts)})";
    }

    private string None() => _dice.Number(0, 9) switch
    {
        0 => $"(NONE ((0 {_dice.One(_words)} 0) (ODD 3)))",
        1 => "(NONE ((0) (NEWKEY) (WELL)))",
        2 when _linkable.Count > 0 => $"(NONE ((0) (={_dice.One(_linkable)}) (WELL)))",
        3 when _linkable.Count > 0 => $"(NONE ((0) (PRE (SO 1) (={_dice.One(_linkable)})) (WELL)))",
        _ => "(NONE ((0 X Y 0) (XY 1)) ((0) (NONE1) (NONE2 1) (NONE3)))",
    };

    private string Memory()
    {
        var most = _dice.Percent(40) ? 99 : 79;
        var memories = Enumerable.Range(0, 4).Select(i =>
        {
            var pattern = Pattern(most);
            return $"({string.Join(' ', pattern)} = M{i} {string.Join(' ', Said(pattern.Count))})";
        });
        return $"(MEMORY {_dice.One(_keywords)} {string.Join(' ', memories)})";
    }

    private string Transformation(string keyword, List<string> pattern)
    {
        var reassemblies = new List<string>();
        var leadsBack = false;
        for (var i = _dice.Number(1, 4); i > 0; i--)
        {
            var later = Later(keyword);
            var isBack = _linkable.Count > 0 && (later.Count == 0 || _dice.Percent(30));
            var targets = isBack ? _linkable : later;
            var kind = _dice.Number(0, 99);
            if (kind < 32 && targets.Count > 0)
            {
                leadsBack |= isBack;
                reassemblies.Add(kind < 20 ? $"(={_dice.One(targets)})" : $"(PRE ({string.Join(' ', Rearranged(pattern.Count))}) (={_dice.One(targets)}))");
            }
            else
            {
                reassemblies.Add(kind < 42 ? "(NEWKEY)" : kind < 44 ? "()" : $"({string.Join(' ', Said(pattern.Count))})");
            }
        }

        if (leadsBack) reassemblies.Add($"(ENOUGH {string.Join(' ', Said(pattern.Count))})");
        return $"(({string.Join(' ', pattern)}){_dice.One(["", " "])}{string.Join(' ', _dice.Shuffled(reassemblies))})";
    }

    private List<string> Pattern(int mostKind = 99)
    {
        var inner = Enumerable.Range(0, _dice.Number(1, 4)).Select(_ => _dice.Number(0, mostKind) switch
        {
            < 30 => "0",
            < 65 => _dice.One(_words),
            < 80 => $"{_dice.Number(1, 3)}",
            < 88 => $"(*{_dice.One(["", " "])}{string.Join(' ', _dice.Some(_words, 1, 3))})",
            < 98 => $"(/{_dice.One(["", " "])}{string.Join(' ', _dice.Some(Tags, 1, 2))})",
            _ => "(A B)",
        }).ToList();
        return _dice.Number(0, 9) switch
        {
            < 5 => ["0", .. inner, "0"],
            5 => ["0", .. inner],
            6 => [.. inner, "0"],
            7 => ["0"],
            _ => inner,
        };
    }

    private List<string> Said(int elements)
    {
        var said = Enumerable.Range(0, _dice.Number(1, 4)).Select(_ => _dice.Percent(45) ? $"{_dice.Number(1, elements)}" : _dice.One(_dice.Percent(50) ? Spoken : Words)).ToList();
        return said[0] == "=" ? ["SO", .. said] : said;
    }

    /// <summary>Words for a PRE. Each component comes at most once, so that the text does not grow without limit.</summary>
    private List<string> Rearranged(int elements) =>
        _dice.Shuffled([.. Enumerable.Range(1, elements).Where(_ => _dice.Percent(70)).Select(n => $"{n}"), .. _dice.Some(_words, 0, 2)]);

    private List<string> Later(string keyword) => [.. _linkable.SkipWhile(other => other != keyword).Skip(1)];
}
