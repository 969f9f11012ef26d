namespace Eliza.Generator.Tests.Support;

/// <summary>Small scripts.</summary>
internal static class Samples
{
    /// <summary>The shortest valid script in the line language, with a greeting.</summary>
    public const string Parrot = "initial: Ahoy!\n" + Fallback;

    /// <summary>The rule that every line script needs.</summary>
    public const string Fallback =
        """
        key: xnone
          decomp: *
            reasmb: Pieces of eight!

        """;

    /// <summary>The shortest valid script in the list language.</summary>
    public const string Raven =
        """
        (NEVERMORE.)
        START
        (NONE ((0) (QUOTH THE RAVEN.)))
        (MEMORY MY
          (0 MY 0 = BUT YOUR 3)
          (0 MY 0 = EARLIER YOU SAID YOUR 3)
          (0 MY 0 = YOUR 3 AGAIN)
          (0 MY 0 = WHAT OF YOUR 3))
        (MY ((0 MY 0) (YOUR 3)))
        ()

        """;
}
