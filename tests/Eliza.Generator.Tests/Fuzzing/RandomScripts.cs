using System.Text;
using Eliza.Generator.Tests.Support;
using Eliza.Testing;

namespace Eliza.Generator.Tests.Fuzzing;

/// <summary>Files that authors might save as scripts, right or wrong: bytes, as a file has them.</summary>
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

    private static readonly string[] Words =
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

    /// <summary>Words of both languages and oddities.</summary>
    public static byte[] Soup(Random dice) => Encoding.UTF8.GetBytes(dice.Next(3) switch
    {
        0 => "(HI)(NONE((0)(X)))(MEMORY A(0=A)(0=A)(0=A)(0=A))(A((0)(X)))\n",
        1 => "initial: Hi.\nkey: xnone\ndecomp: *\nreasmb: X\n",
        _ => "",
    } + OddText.Next(dice, Words, MostPieces));

    /// <summary>A script in which lines were moved, doubled, left out and broken.</summary>
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
                case 2: lines[place] = line.Insert(dice.Next(line.Length + 1), OddText.Next(dice, Words, 5)); break;
                case 3: lines[place] = line.Remove(dice.Next(line.Length + 1)); break;
                default: (lines[0], lines[place]) = (line, lines[0]); break;
            }
        }
        return Encoding.UTF8.GetBytes(string.Join(dice.Next(4) == 0 ? "\r\n" : "\n", lines));
    }
}
