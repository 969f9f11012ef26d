using System.Globalization;

namespace Eliza.Testing;

/// <summary>
/// How much of everything random is tried: as much as usual, or <c>ELIZA_SOAK</c> times that. <c>ELIZA_SEED</c> says where it
/// begins; the same seed is the same everywhere. <c>tests/soak.sh</c> sets both.
/// </summary>
internal static class Soak
{
    public static int Factor { get; } = Setting("ELIZA_SOAK");

    public static int Seed { get; } = Setting("ELIZA_SEED");

    /// <summary>How often to do what is usually done so many times.</summary>
    public static int Times(int usual) => checked(usual * Factor);

    private static int Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : 1;
}
