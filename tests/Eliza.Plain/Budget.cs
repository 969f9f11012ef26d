namespace Eliza.Plain;

/// <summary>Thrown when a reply has taken more steps than a script that comes to an end can need.</summary>
internal sealed class OutOfStepsException : Exception;

/// <summary>
/// The steps of one line of the user: to try a keyword costs some and one for each word it is tried on. (The engine
/// counts the elements of patterns and the characters of texts too. Where it gives up need not be where this does, but
/// what never comes to an end, neither goes on with.)
/// </summary>
internal sealed class Budget(int characters)
{
    private long _left = (1 << 18) + (64L * characters);

    public void TryKeyword(int words) => Spend(8 + words);

    public void Spend(int steps)
    {
        if (steps > _left) throw new OutOfStepsException();
        _left -= steps;
    }
}
