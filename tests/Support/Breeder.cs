using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Eliza.Testing;

/// <summary>A fact about the worst case that a search finds. It is skipped unless <c>ELIZA_BREED</c> says for how many seconds to search.</summary>
public sealed class BreedFactAttribute : FactAttribute
{
    private const string WithoutTime = "ELIZA_BREED does not say for how many seconds to search";

    public BreedFactAttribute() => Skip = Breeder.Time > TimeSpan.Zero ? null : WithoutTime;

    /// <summary>Whether allocations are counted that the compiler removes: then it is skipped too where the tests were not built with <c>-c Release</c>.</summary>
    public bool NeedsOptimizedCode
    {
        get => false;
        init => Skip ??= value && typeof(Breeder).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true ? "this is a debug build: use -c Release" : null;
    }
}

/// <summary>What a search found to be worst.</summary>
/// <param name="Case">The case.</param>
/// <param name="Score">How bad it is.</param>
/// <param name="Tried">How many cases were measured.</param>
internal sealed record Worst<T>(T Case, double Score, int Tried);

/// <summary>
/// Breeds the worst case: of each generation those that cost most go on, changed in some places. What costs is counted,
/// never timed, so that it is the same on any machine; how far a search comes in its time is not.
/// </summary>
internal static class Breeder
{
    private const int Parents = 6;
    private const int Children = 18;

    // Of what is best one generation long nothing may be better for a while before it is given up for others.
    private const int Patience = 12;

    /// <summary>How long a search may take: <c>ELIZA_BREED</c>, in seconds.</summary>
    public static TimeSpan Time { get; } =
        Environment.GetEnvironmentVariable("ELIZA_BREED") is { Length: > 0 } seconds ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : TimeSpan.Zero;

    /// <summary>Searches from <see cref="Soak.Seed"/> on.</summary>
    /// <param name="time">For how long; at least one generation is measured.</param>
    /// <param name="make">Makes a case to begin with.</param>
    /// <param name="change">Makes another of one, which stays as it is, and perhaps of a second.</param>
    /// <param name="measure">Says how bad a case is; below 0 if it is none.</param>
    public static Worst<T> Search<T>(TimeSpan time, Func<Random, T> make, Func<Random, T, T, T> change, Func<T, double> measure)
    {
        var end = DateTime.UtcNow + time;
        var dice = new Random(Soak.Seed);
        var tried = 0;
        Worst<T>? worst = null;
        do
        {
            // Each line of descent begins anew, until nothing better comes of it.
            var living = Enumerable.Range(0, Parents + Children).Select(_ => Measured(make(dice))).ToList();
            var (best, idle) = (double.MinValue, 0);
            while (idle < Patience && DateTime.UtcNow < end)
            {
                living = [.. living.OrderByDescending(one => one.Score).Take(Parents)];
                (best, idle) = living[0].Score > best ? (living[0].Score, 0) : (best, idle + 1);
                for (var child = 0; child < Children && DateTime.UtcNow < end; child++)
                    living.Add(Measured(change(dice, living[dice.Next(Parents)].Case, living[dice.Next(Parents)].Case)));
            }
        }
        while (DateTime.UtcNow < end);
        return worst! with { Tried = tried };

        Worst<T> Measured(T one)
        {
            var found = new Worst<T>(one, measure(one), ++tried);
            if (worst is null || found.Score > worst.Score)
                worst = found;
            return found;
        }
    }
}
