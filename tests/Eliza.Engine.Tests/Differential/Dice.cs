namespace Eliza.Engine.Tests.Differential;

/// <summary>Random choices that are the same for the same seed on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Number(int least, int most) => _random.Next(least, most + 1);

    public bool Percent(int chance) => _random.Next(100) < chance;

    public T One<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public List<T> Some<T>(IReadOnlyList<T> from, int least, int most) => [.. Enumerable.Range(0, Number(least, most)).Select(_ => One(from))];

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
