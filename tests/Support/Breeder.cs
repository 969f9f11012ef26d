using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Eliza.Testing;

/// <summary>A search for the worst case. It is skipped unless <c>ELIZA_BREED</c> has the number of seconds to search.</summary>
public sealed class BreedFactAttribute : FactAttribute
{
    private const string WithoutTime = "ELIZA_BREED does not say for how many seconds to search";

    public BreedFactAttribute() => Skip = Breeder.Time > TimeSpan.Zero ? null : WithoutTime;

    /// <summary>Whether it counts allocations that the compiler can remove. It is then skipped unless the tests are built with <c>-c Release</c>.</summary>
    public bool NeedsOptimizedCode
    {
        get => false;
        init => Skip ??= value && typeof(Breeder).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true ? "this is a debug build: use -c Release" : null;
    }
}

/// <summary>The worst case that a search found.</summary>
/// <param name="Case">The case.</param>
/// <param name="Score">How bad it is.</param>
/// <param name="Tried">How many cases were measured.</param>
internal sealed record Worst<T>(T Case, double Score, int Tried);

/// <summary>
/// Breeds the worst case. In each generation the cases with the highest cost survive and are changed. The cost is counted and
/// not timed, so it is the same on any machine. The number of generations is not, because the search has a time limit.
/// </summary>
internal static class Breeder
{
    private const int Parents = 6;
    private const int Children = 18;

    // The number of generations without a better case after which a line of cases is dropped for new ones.
    private const int Patience = 12;

    /// <summary>The time limit of a search: <c>ELIZA_BREED</c>, in seconds.</summary>
    public static TimeSpan Time { get; } =
        Environment.GetEnvironmentVariable("ELIZA_BREED") is { Length: > 0 } seconds ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : TimeSpan.Zero;

    /// <summary>Searches with the seed <see cref="Soak.Seed"/>.</summary>
    /// <param name="time">The time limit. At least one generation is measured.</param>
    /// <param name="make">Makes a first case.</param>
    /// <param name="change">Makes a new case from one case, and perhaps a second one. It does not change them.</param>
    /// <param name="measure">Gives the cost of a case; below 0 if the case is not valid.</param>
    public static Worst<T> Search<T>(TimeSpan time, Func<Random, T> make, Func<Random, T, T, T> change, Func<T, double> measure)
    {
        var end = DateTime.UtcNow + time;
        var dice = new Random(Soak.Seed);
        var tried = 0;
        Worst<T>? worst = null;
        do
        {
            // The search starts again with new cases when a line of cases does not improve.
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
