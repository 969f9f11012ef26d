namespace Eliza.Engine.Tests.WorstCases;

/// <summary>A script and a user's line as tokens that breeding can change. Each rule is one line, a list of tokens.</summary>
internal sealed record BredTalk(string[][] Rules, string[] Line, int Lines)
{
    private const int MostCharacters = 60_000;

    private static readonly string[][] Seeds =
    [
        [
            "( HI )", "( A ( ( 0 ) ( =C ) ( =C ) ( =B ) ) )", "( B ( ( 0 ) ( =A ) ( FINE ) ) )", "( C ( ( 0 ) ( PRE ( LONG A ) ( =A ) ) ) )",
            "( NONE ( ( 0 ) ( NONE 1 ) ) )", "( MEMORY A ( 0 = M 1 ) ( 0 = M 1 ) ( 0 = M 1 ) ( 0 = M 1 ) )",
        ],
        [
            "( HI )", "( A = B ( ( 0 X 0 ) ( PRE ( 1 2 3 1 2 3 ) ( =A ) ) ) ( ( 0 ) ( OUT 1 1 ) ( NEWKEY ) ) )", "( B ( ( 0 A 0 B 0 ) ( =A ) ( NEWKEY ) ) ( ( 0 ) ( =A ) ( YES 1 ) ) )",
            "( NONE ( ( 0 A 0 ) ( NO 1 2 3 ) ) ( ( 0 ) ( NO ) ) )", "( MEMORY B ( 0 A 0 = 1 3 ) ( 0 = 1 1 ) ( 0 B 0 = 3 ) ( 0 = 1 ) )",
        ],
        [
            "initial: hi", "pre: x a b", "post: a bbbb", "synon: d a b x", "quit: c c", "key: xnone", "decomp: * x *", "reasmb: goto a", "decomp: *", "reasmb: no (1)",
            "key: a 2", "decomp: $ * a *", "reasmb: m (1) (2)", "decomp: * x * @d *", "reasmb: goto b", "decomp: *", "reasmb: newkey", "reasmb: goto b", "reasmb: out (1)",
            "key: b 1", "decomp: * a * b a *", "reasmb: goto a", "decomp: *", "reasmb: newkey", "reasmb: yes (1) (1)",
        ],
        [
            "initial: hi", "key: xnone", "decomp: *", "reasmb: no", "key: a", "decomp: * a a a b *", "reasmb: no", "decomp: $ *", "reasmb: (1) (1)", "decomp: *", "reasmb: goto b", "reasmb: newkey",
            "key: b", "decomp: * b b b a *", "reasmb: no", "decomp: *", "reasmb: goto a", "reasmb: newkey",
        ],
    ];

    private static readonly string[] Words = ["a", "b", "c", "d", "x", "A", "B", "C", "X", "0", "1", "2", "(1)", "(2)", "*", "@d", "a.", "b,", "LONG"];

    public string Script => string.Join('\n', Rules.Select(rule => string.Join(' ', rule)));

    public string Said => string.Join(' ', Line);

    /// <summary>The number of characters of the script and the lines.</summary>
    public int Size => Script.Length + (Lines * Said.Length);

    public static BredTalk Make(Random dice) => new(
        [.. Seeds[dice.Next(Seeds.Length)].Select(rule => rule.Split(' '))],
        [.. Enumerable.Range(0, dice.Next(1, 60)).Select(_ => Words[dice.Next(9)])],
        dice.Next(1, 5));

    public BredTalk Change(Random dice, BredTalk other)
    {
        var (rules, line, lines) = (Rules.Select(rule => rule.ToList()).ToList(), Line.ToList(), Lines);
        for (var changes = dice.Next(1, 4); changes > 0; changes--)
        {
            var place = dice.Next(rules.Count);
            switch (dice.Next(9))
            {
                case 0: rules.Insert(dice.Next(rules.Count), [.. rules[place]]); break;
                case 1 when rules.Count > 1: rules.RemoveAt(place); break;
                case 2: (rules[0], rules[place]) = (rules[0], other.Rules[dice.Next(other.Rules.Length)].ToList()); break;
                case 3: rules.InsertRange(place, rules.GetRange(place, Math.Min(dice.Next(1, 6), rules.Count - place)).Select(rule => rule.ToList()).ToList()); break;
                case 4: lines = Math.Clamp(lines + dice.Next(-2, 4), 1, 50); break;
                case 5: Edit(dice, line, Words); break;
                case 6: line = [.. other.Line]; break;
                default: Edit(dice, rules[place], dice.Next(3) == 0 ? Words : rules[dice.Next(rules.Count)]); break;
            }
        }

        var child = new BredTalk([.. rules.Select(rule => rule.ToArray())], [.. line], lines);
        return child.Script.Length > MostCharacters || child.Said.Length > MostCharacters ? this : child;
    }

    /// <summary>Repeats, removes, replaces or lengthens a token, or the tokens of a pair of parentheses.</summary>
    private static void Edit(Random dice, List<string> tokens, IReadOnlyList<string> others)
    {
        if (tokens.Count == 0 || others.Count == 0)
        {
            tokens.Add(Words[dice.Next(Words.Length)]);
            return;
        }

        var start = dice.Next(tokens.Count);
        var unit = tokens.GetRange(start, Length(tokens, start));
        switch (dice.Next(5))
        {
            case 0: for (var times = dice.Next(4) == 0 ? 40 : dice.Next(1, 5); times > 0; times--) tokens.InsertRange(start, unit); break;
            case 1 when tokens.Count > unit.Count: tokens.RemoveRange(start, unit.Count); break;
            case 2 when unit.Count == 1 && char.IsLetter(unit[0][0]) && !unit[0].EndsWith(':'): tokens[start] = string.Concat(Enumerable.Repeat(unit[0], dice.Next(2, 60)))[..Math.Min(5_000, 2 * unit[0].Length)]; break;
            default:
                var from = dice.Next(others.Count);
                var part = others.Skip(from).Take(Length(others, from)).ToList();
                tokens.RemoveRange(start, unit.Count);
                tokens.InsertRange(start, part);
                break;
        }
    }

    /// <summary>The number of tokens up to the parenthesis that closes the one at a place; 1 if there is none.</summary>
    private static int Length(IReadOnlyList<string> tokens, int start)
    {
        var depth = 0;
        for (var index = start; index < tokens.Count; index++)
        {
            depth += tokens[index] == "(" ? 1 : tokens[index] == ")" ? -1 : 0;
            if (depth <= 0) return depth < 0 ? 1 : index - start + 1;
        }

        return 1;
    }
}
