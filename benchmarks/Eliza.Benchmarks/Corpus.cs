using Eliza.Runtime;

namespace Eliza.Benchmarks;

/// <summary>The data of the benchmarks: the lines, and the script of 1966 or, if that is absent, doctor.txt.</summary>
internal static class Corpus
{
    /// <summary>Two hundred lines of about 35 characters.</summary>
    public static string[] Lines { get; } = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "lines.txt"));

    public static Script Doctor1966 { get; } = Scripts.Find("doctor-1966-cacm") ?? Scripts.Doctor;

    /// <summary>A line script with this many keywords, each with two decompositions.</summary>
    public static string ScriptOf(int keywords, string firstReply = "Why (1)?")
    {
        var script = new System.Text.StringBuilder("initial: Hello.\nkey: xnone\n decomp: *\n  reasmb: Go on.\n");
        for (var number = 0; number < keywords; number++)
        {
            script.Append($"key: word{number} {number % 7}\n decomp: * word{number} is *\n  reasmb: Is it (2)?\n  reasmb: Why (2)?\n");
            script.Append($" decomp: * word{number} *\n  reasmb: {(number == 0 ? firstReply : "Tell me of (2).")}\n");
        }

        return script.ToString();
    }
}
