namespace Eliza.Runtime.Engine;

/// <summary>
/// Limits the cost of one line, so that no script and no line can hang a conversation or fill the memory: with links and
/// rewriting a script is a Turing machine. There are two separate amounts: steps, which take time, and characters, which
/// take memory.
/// </summary>
/// <remarks>
/// A line has its own steps, enough for any script without circles. Further steps come from a store that all lines of a
/// conversation share, because a conversation is rebuilt from its lines for every request.
/// </remarks>
internal struct Budget
{
    /// <summary>The steps that the lines of a conversation share.</summary>
    public const int Store = 1 << 23;

    /// <summary>The own steps of every line.</summary>
    public const int PerLine = 1 << 14;

    /// <summary>The further steps for each character, in addition to the cost of the most expensive keyword for a word.</summary>
    public const int PerCharacter = 64;

    /// <summary>The most own steps of a line of any length.</summary>
    public const int MostSteps = 1 << 25;

    /// <summary>The steps of trying a keyword, without those for its words.</summary>
    public const int Try = 8;

    /// <summary>The characters for every line.</summary>
    public const int BaseCharacters = 1 << 17;

    /// <summary>The most characters of a line, and of a text that a script makes from it.</summary>
    public const int MostCharacters = 1 << 20;

    private readonly int _store;
    private readonly int _mostWords;
    private long _steps;
    private long _characters;

    /// <summary>The budget of a line.</summary>
    /// <param name="line">The number of its characters.</param>
    /// <param name="dearest">The steps of the most expensive keyword for a word.</param>
    /// <param name="store">The remaining steps that all lines share.</param>
    public Budget(int line, int dearest, int store)
    {
        _store = store;
        _steps = store + Math.Min(MostSteps, PerLine + ((line + 1L) * (PerCharacter + dearest)));
        _characters = _mostWords = CharactersFor(line);
    }

    /// <summary>Whether the line needed more than the budget has.</summary>
    public readonly bool IsSpent => _steps < 0 || _characters < 0;

    /// <summary>The remaining steps that all lines share. A line uses its own steps first.</summary>
    public readonly int StoreLeft => (int)Math.Clamp(_steps, 0, _store);

    /// <summary>The most characters that a script may add to the words of a line of this length, and the most characters of the reply.</summary>
    public static int CharactersFor(int line) => (int)Math.Min(MostCharacters, BaseCharacters + (4L * line));

    /// <summary>Spends steps; false if there were too few.</summary>
    public bool TrySpend(long steps)
    {
        _steps -= steps;
        return !IsSpent;
    }

    /// <summary>Spends characters on a word that the script adds to the clause, or on a memory; false if there were too few.</summary>
    public bool TryAdd(int characters)
    {
        _characters -= 1 + characters;
        return !IsSpent;
    }

    /// <summary>Spends the cost of copying a word from a clause with this number of words into the next clause; false if there was too little.</summary>
    public bool TryRepeat(int words)
    {
        if (words >= _mostWords) _characters = -1;
        return TrySpend(1);
    }
}
