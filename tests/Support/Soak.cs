using System.Globalization;

namespace Eliza.Testing;

/// <summary>
/// The amount of random tests: the usual amount times <c>ELIZA_SOAK</c>. <c>ELIZA_SEED</c> is the first seed; the same seed gives the
/// same tests everywhere. <c>tests/soak.sh</c> sets both, and <c>ELIZA_TALLY</c>, the file in which tests write how much they
/// tried.
/// </summary>
internal static class Soak
{
    private static readonly Lock Tally = new();

    public static int Factor { get; } = Setting("ELIZA_SOAK");

    public static int Seed { get; } = Setting("ELIZA_SEED");

    /// <summary>The number of repetitions in place of the usual number.</summary>
    public static int Times(int usual) => checked(usual * Factor);

    /// <summary>Adds the number of cases that a test has tried to the file of <c>ELIZA_TALLY</c>.</summary>
    public static void Count(string test, long cases)
    {
        if (Environment.GetEnvironmentVariable("ELIZA_TALLY") is not { Length: > 0 } tally)
            return;
        lock (Tally)
            File.AppendAllText(tally, $"{test}\t{cases}\n");
    }

    private static int Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : 1;
}
