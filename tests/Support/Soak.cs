using System.Globalization;

namespace Eliza.Testing;

/// <summary>
/// How much of everything random is tried: as much as usual, or <c>ELIZA_SOAK</c> times that. <c>ELIZA_SEED</c> says where it
/// begins; the same seed is the same everywhere. <c>tests/soak.sh</c> sets both, and <c>ELIZA_TALLY</c>, the file in which it
/// finds how much was tried.
/// </summary>
internal static class Soak
{
    private static readonly Lock Tally = new();

    public static int Factor { get; } = Setting("ELIZA_SOAK");

    public static int Seed { get; } = Setting("ELIZA_SEED");

    /// <summary>How often to do what is usually done so many times.</summary>
    public static int Times(int usual) => checked(usual * Factor);

    /// <summary>Writes down, where somebody counts, that so many cases of a test held.</summary>
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
