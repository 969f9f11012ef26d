namespace Eliza.Plain;

/// <summary>Thrown when a reply has taken more steps than any script that ends can need.</summary>
internal sealed class OutOfStepsException : Exception;

/// <summary>
/// The steps for one line of the user. Trying a keyword costs a fixed number, and one for each word of the clause. The engine
/// also counts the elements of patterns and the characters of texts. So the two may give up at different places, but
/// both give up on a line that never ends.
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
