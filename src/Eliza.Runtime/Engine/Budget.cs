namespace Eliza.Runtime.Engine;

/// <summary>
/// Bounds the cost of one line, so that no script and no line can hang a conversation or fill the memory: with links and
/// rewriting a script is a Turing machine. There are two separate amounts: steps, which take time, and characters, which
/// take memory.
/// </summary>
/// <remarks>
/// A line has steps of its own, enough for any script without circles. What it needs beyond them comes from a store
/// that all lines of a conversation share, since a conversation is rebuilt from its lines for every request.
/// </remarks>
internal struct Budget
{
    /// <summary>The steps that the lines of a conversation share.</summary>
    public const int Store = 1 << 23;

    /// <summary>The steps that every line has of its own.</summary>
    public const int PerLine = 1 << 14;

    /// <summary>The further steps for each character, on top of what the most expensive keyword costs for a word.</summary>
    public const int PerCharacter = 64;

    /// <summary>The most steps that a line has of its own, however long.</summary>
    public const int MostSteps = 1 << 25;

    /// <summary>The steps of trying a keyword, without those for its words.</summary>
    public const int Try = 8;

    /// <summary>The characters that every line has.</summary>
    public const int BaseCharacters = 1 << 17;

    /// <summary>The most characters of a line, and of a text that comes of it.</summary>
    public const int MostCharacters = 1 << 20;

    private readonly int _store;
    private readonly int _mostWords;
    private long _steps;
    private long _characters;

    /// <summary>The budget of a line.</summary>
    /// <param name="line">Its characters.</param>
    /// <param name="dearest">The steps that the dearest keyword takes for a word.</param>
    /// <param name="store">What is left of the steps that the lines share.</param>
    public Budget(int line, int dearest, int store)
    {
        _store = store;
        _steps = store + Math.Min(MostSteps, PerLine + ((line + 1L) * (PerCharacter + dearest)));
        _characters = _mostWords = CharactersFor(line);
    }

    /// <summary>Whether the line needed more than the budget has.</summary>
    public readonly bool IsSpent => _steps < 0 || _characters < 0;

    /// <summary>The steps that are left of those that all lines share. A line spends its own first.</summary>
    public readonly int StoreLeft => (int)Math.Clamp(_steps, 0, _store);

    /// <summary>The most characters that a script may add to the words of a line of this length, and that a reply to it may have.</summary>
    public static int CharactersFor(int line) => (int)Math.Min(MostCharacters, BaseCharacters + (4L * line));

    /// <summary>Spends steps; false if there were not enough.</summary>
    public bool TrySpend(long steps)
    {
        _steps -= steps;
        return !IsSpent;
    }

    /// <summary>Spends characters on a word that the script adds to the clause, or on a memory; false if there were not enough.</summary>
    public bool TryAdd(int characters)
    {
        _characters -= 1 + characters;
        return !IsSpent;
    }

    /// <summary>Spends what it costs to copy a word of a clause of so many words into the next; false if there was not enough.</summary>
    public bool TryRepeat(int words)
    {
        if (words >= _mostWords) _characters = -1;
        return TrySpend(1);
    }
}
