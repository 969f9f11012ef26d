namespace Eliza.Runtime.Engine;

/// <summary>
/// Remembers which decomposition of a keyword matches the current words. A line may try one keyword thousands of times. Only
/// the first time costs steps, however long the line is.
/// </summary>
internal sealed class MatchCache
{
    private const int NotTried = -2;

    private int _firstKeyword;
    private int _firstDecomposition;

    // For each keyword, the state of the words for which the entry is valid, and the decomposition. Most lines try only one keyword, so
    // the array is made for the second.
    private (int Words, int Decomposition)[] _entries = [];
    private int _words = 1;

    /// <summary>The decomposition whose cuts are in the turn, or -1.</summary>
    public int CutFor { get; set; } = -1;

    /// <summary>The keyword that was tried last on these words, or 0. Trying it again costs nothing.</summary>
    public int LastTried { get; set; }

    /// <summary>Drops the results, because the words have changed.</summary>
    public void Forget()
    {
        _words++;
        _firstKeyword = LastTried = 0;
        CutFor = -1;
    }

    /// <summary>Whether a keyword was tried on these words, and the result.</summary>
    public bool TryGet(int keyword, out int decomposition)
    {
        decomposition = keyword == _firstKeyword ? _firstDecomposition
            : keyword < _entries.Length && _entries[keyword].Words == _words ? _entries[keyword].Decomposition
            : NotTried;
        return decomposition != NotTried;
    }

    public void Add(int keyword, int decomposition, int keywordCount)
    {
        CutFor = decomposition;
        if (_firstKeyword == 0)
        {
            (_firstKeyword, _firstDecomposition) = (keyword, decomposition);
            return;
        }

        if (_entries.Length == 0) _entries = new (int, int)[keywordCount + 1];
        _entries[keyword] = (_words, decomposition);
    }
}
