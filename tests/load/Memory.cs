using System.Globalization;

namespace Eliza.Load;

/// <summary>The memory of a process, measured every quarter of a second.</summary>
internal sealed class Memory(int processId)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // The longest warm-up. After it, the JIT compiler and the garbage collector have settled.
    private static readonly int SamplesOfAMinute = (int)(TimeSpan.FromMinutes(1) / Interval);

    private readonly List<long> _samples = [];

    public async Task SampleAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _samples.Add(Resident());
            await Task.Delay(Interval, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The medians, in bytes, of the first and the last third after the warm-up, which is a minute or a third of a short run.</summary>
    public (long Early, long Late) Medians()
    {
        var rest = _samples[Math.Min(SamplesOfAMinute, _samples.Count / 3)..];
        var third = rest.Count / 3;
        return (Median(rest[..third]), Median(rest[^third..]));
    }

    /// <summary>
    /// Whether the late median is at most a tenth or two megabytes above the early one. In a short run it may be a quarter above,
    /// because the JIT compiler is still at work.
    /// </summary>
    public bool IsFlat => Medians() is var (early, late) && late - early <= Math.Max(early / (_samples.Count >= 2 * SamplesOfAMinute ? 10 : 4), 2 << 20);

    private static long Median(List<long> samples) => samples.Order().ElementAt(samples.Count / 2);

    private long Resident()
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(6, line.Length - 8), CultureInfo.InvariantCulture) * 1024;
    }
}
