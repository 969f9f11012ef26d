namespace Eliza.Plain;

/// <summary>Thrown when a reply has taken more steps than a script that comes to an end can need.</summary>
internal sealed class OutOfStepsException : Exception;

/// <summary>
/// The steps of one reply: to try a keyword costs one and one for each word it is tried on. (The engine asks less for
/// a keyword that is tried again on the same words, which only a line of thousands of keywords can tell.)
/// </summary>
internal sealed class Budget(int wordsOfTheLine)
{
    private long _left = 1_000_000 + (64L * wordsOfTheLine);

    public void TryKeyword(int words) => Spend(1 + words);

    public void Spend(int steps)
    {
        if (steps > _left) throw new OutOfStepsException();
        _left -= steps;
    }
}
