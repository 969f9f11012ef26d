using System.Text;
using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Fuzzing;

/// <summary>Random files that authors might save as scripts, right or wrong. They are bytes.</summary>
internal static class RandomScripts
{
    private const int MostPieces = 3_000;

    private static readonly string[] Originals =
    [
        Repository.Script("doctor"), Samples.Raven,
        """
        initial: Hi.
        final: Bye.
        quit: bye
        pre: dont don't
        post: am are
        synon: sad unhappy low
        key: xnone
          decomp: *
            reasmb: Go on.
            reasmb: (1)?
        key: my 2
          decomp: $ * my * @sad *
            reasmb: Your (3), (4)
            reasmb: goto what
          decomp: * my *
            reasmb: newkey
        key: what
          decomp: *
            reasmb: What of (1)?
        """,
        """
        (HI THERE)
        START
        (I = YOU 3 ((0 I (* WANT NEED) 0) (WHY (1) 3) (NEWKEY)) ((0 (/NOUN) 2 0) (PRE (1 2 3) (=MUM))) (=MUM))
        (MUM = MOTHER DLIST(/NOUN FAMILY) ((0) (YOUR MOTHER 1)))
        (NONE ((0) (GO ON) (I SEE)))
        (MEMORY MUM (0 MOTHER 0 = A 3) (0 MOTHER 0 = B 3) (0 MOTHER 0 = C 3) (0 MOTHER 0 = D 3))
        """,
    ];

    private static readonly string[] Tokens =
    [
        "(", ")", "((0)", "=", "(=A)", "0", "1", "2", "(* A B)", "(/NOUN)", "DLIST(/NOUN)", "NONE", "MEMORY", "PRE", "NEWKEY", "START",
        "\ninitial:", "\nfinal:", "\nquit:", "\npre:", "\npost:", "\nsynon:", "\nkey:", "\ndecomp:", "\nreasmb:", "xnone", "goto", "newkey", "(1)", "(9)", "@sad", "$", "*", "#", ";", "but", "my",
    ];

    public static byte[] Bytes(Random dice)
    {
        var bytes = new byte[dice.Next(400)];
        dice.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Random words of both languages and odd characters.</summary>
    public static byte[] Soup(Random dice) => Encoding.UTF8.GetBytes(dice.Next(3) switch
    {
        0 => "(HI)(NONE((0)(X)))(MEMORY A(0=A)(0=A)(0=A)(0=A))(A((0)(X)))\n",
        1 => "initial: Hi.\nkey: xnone\ndecomp: *\nreasmb: X\n",
        _ => "",
    } + OddText.Next(dice, Tokens, MostPieces));

    /// <summary>A script with lines that were moved, doubled, removed or damaged.</summary>
    public static byte[] Edited(Random dice)
    {
        var lines = Originals[dice.Next(Originals.Length)].Split('\n').ToList();
        for (var edits = dice.Next(1, 6); edits > 0 && lines.Count > 0; edits--)
        {
            var place = dice.Next(lines.Count);
            var line = lines[place];
            switch (dice.Next(5))
            {
                case 0: lines.RemoveAt(place); break;
                case 1: lines.Insert(dice.Next(lines.Count), line); break;
                case 2: lines[place] = line.Insert(dice.Next(line.Length + 1), OddText.Next(dice, Tokens, 5)); break;
                case 3: lines[place] = line.Remove(dice.Next(line.Length + 1)); break;
                default: (lines[0], lines[place]) = (line, lines[0]); break;
            }
        }
        return Encoding.UTF8.GetBytes(string.Join(dice.Next(4) == 0 ? "\r\n" : "\n", lines));
    }

    /// <summary>A script, usually valid, with words that make difficult names: long ones, odd ones, and names that C# or the code uses.</summary>
    public static byte[] Words(Random dice)
    {
        var words = Enumerable.Range(0, dice.Next(2, 12)).Select(_ => Word(dice)).ToList();
        string One() => words[dice.Next(words.Count)];
        string Some(int most) => string.Join(' ', Enumerable.Range(0, dice.Next(1, most)).Select(_ => One()));
        var script = new StringBuilder();
        if (dice.Next(2) == 0)
        {
            script.Append("initial: Hi.\nkey: xnone\n decomp: *\n  reasmb: X\n");
            foreach (var word in words)
            {
                script.Append(dice.Next(4) switch { 0 => $"synon: {word} {Some(4)}\n", 1 => $"post: {word} {Some(4)}\n", 2 => $"pre: {word} {Some(4)}\n", _ => $"quit: {Some(4)}\n" });
                script.Append($"key: {word} {dice.Next(9)}\n decomp: * {Some(5)} * @{One()} *\n  reasmb: {Some(4)}\n decomp: *\n  reasmb: goto {One()}\n  reasmb: {One()}\n");
            }
        }
        else
        {
            script.Append($"(HI)(NONE((0)(X)))(MEMORY {words[0]} (0={One()})(0=A)(0=A)(0=A))\n");
            foreach (var word in words.Distinct())
                script.Append($"({word} = {One()} DLIST(/{One()}) {dice.Next(9)} ((0 {Some(4)} (* {Some(4)}) (/{One()}) 0) (PRE (1 {One()}) (={One()})) (={One()}) ({Some(4)})))\n");
        }
        return Encoding.UTF8.GetBytes(script.ToString());
    }

    /// <summary>A name for a file or a namespace.</summary>
    public static string Name(Random dice)
    {
        var name = dice.Next(3) == 0 ? Word(dice) + dice.Next(10) + Word(dice) : Word(dice);
        name = string.Concat(name.Where(character => character is not ('/' or '\\' or '\0') && !char.IsSurrogate(character)));
        return name.Length == 0 || name.Length > 200 ? "i-line" : name;
    }

    private static string Word(Random dice)
    {
        string[] ours =
        [
            "i-line", "i-list", "Turn", "Script", "Scripts", "Equals", "ToString", "GetHashCode", "Finalize", "word", "Word_2", "word-2", "ReassemblyKind", "Decompose", "Decompose_0To31", "IsQuit", "Find", "All", "Maps",
            "class", "int", "record", "var", "global", "System", "Eliza", "Eliza.Runtime", "_", "__", "0", "don't", "naïve",
        ];
        var word = dice.Next(4) switch
        {
            0 => OddText.Next(dice, ours, 3).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal),
            1 => new string("aéß長\u00AD"[dice.Next(5)], dice.Next(1, 3_000)),
            _ => ours[dice.Next(ours.Length)],
        };
        if (dice.Next(3) == 0) word = word.Insert(dice.Next(word.Length + 1), "\u00AD\u200B\u200C\u200D\u2060\uFEFF\u061C"[dice.Next(7)].ToString());
        return dice.Next(5) == 0 ? word.ToUpperInvariant() : word;
    }
}
