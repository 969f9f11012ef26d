namespace Eliza.Runtime.Engine;

/// <summary>
/// The keywords of a clause, each once. They are taken by rank and, if ranks are equal, in order of appearance. The first keyword
/// answers most clauses, and it is known without sorting.
/// </summary>
internal sealed class Candidates
{
    // The upper bits are the inverted rank, the lower ones the order of appearance. The smallest number comes first.
    private ulong[] _order = [];
    private int[] _keywords = [];
    private ulong[] _seen = [];
    private int _count;
    private int _taken;
    private ulong _best;

    public void Clear()
    {
        for (var i = 0; i < _count; i++) _seen[_keywords[i] >> 6] = 0;
        _count = _taken = 0;
    }

    /// <summary>Adds a keyword; false if it is there already.</summary>
    public bool TryAdd(int keyword, int rank)
    {
        if (keyword >> 6 >= _seen.Length) Array.Resize(ref _seen, (keyword >> 6) + 1);
        ref var seen = ref _seen[keyword >> 6];
        var bit = 1UL << keyword;
        if ((seen & bit) != 0) return false;
        seen |= bit;

        if (_count == _keywords.Length)
        {
            Array.Resize(ref _order, Math.Max(8, 2 * _count));
            Array.Resize(ref _keywords, Math.Max(8, 2 * _count));
        }

        var order = ((ulong)((long)int.MaxValue - rank) << 32) | (uint)_count;
        if (_count == 0 || order < _best) _best = order;
        _order[_count] = order;
        _keywords[_count++] = keyword;
        return true;
    }

    public bool TryTake(out int keyword)
    {
        keyword = 0;
        if (_taken == _count) return false;

        if (_taken == 1) Array.Sort(_order, 0, _count);
        keyword = _keywords[(int)(_taken == 0 ? _best : _order[_taken])];
        _taken++;
        return true;
    }
}
